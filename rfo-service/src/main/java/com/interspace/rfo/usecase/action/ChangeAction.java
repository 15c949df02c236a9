package com.interspace.rfo.usecase.action;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.timer.Timers;
import com.interspace.rfo.action.ActionEvent;
import com.interspace.rfo.action.ActionMoveRefused;
import com.interspace.rfo.action.ActionStatus;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.action.PreventiveAction;
import com.interspace.rfo.problem.Problems;
import com.interspace.rfo.report.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** A person of the centre gives a preventive action another owner or date, or ends it. */
@ApplicationScoped
public class ChangeAction {

    private final Actions actions;
    private final Problems problems;
    private final Timers timers;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    ChangeAction(Actions actions, Problems problems, Timers timers, Outbox outbox, InstantSource time) {
        this.actions = actions;
        this.problems = problems;
        this.timers = timers;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Null leaves as it is.
     *
     * @param expectedVersion the version that the caller has read; null = whichever stands
     * @throws NotFound if there is no such action
     * @throws Stale if another version stands
     * @throws ActionMoveRefused if it has ended
     * @throws Invalid if the new date is over already
     */
    @Transactional
    public ActionReading change(
            UUID id, String text, String owner, Instant due, String comment, Long expectedVersion, Caller caller) {
        PreventiveAction action = locked(id, expectedVersion);
        Instant now = now();
        if (due != null && !due.isAfter(now)) {
            throw new Invalid("due", "must lie in the future");
        }
        action.change(text, owner, due, comment);
        if (due != null) {
            timers.arm(ReportOverdueAction.KIND, id.toString(), due);
        }
        return told(action, "changed", now, caller);
    }

    /**
     * @param to done or cancelled
     * @param evidence what shows that it is done; required for done
     * @param comment why; required for cancelled
     * @param expectedVersion the version that the caller has read; null = whichever stands
     * @throws NotFound if there is no such action
     * @throws Stale if another version stands
     * @throws ActionMoveRefused if it has ended
     * @throws Invalid if what is required is missing
     */
    @Transactional
    public ActionReading finish(
            UUID id, ActionStatus to, String evidence, String comment, Long expectedVersion, Caller caller) {
        PreventiveAction action = locked(id, expectedVersion);
        Instant now = now();
        action.finish(to, evidence, comment, Person.of(caller), now);
        timers.disarm(ReportOverdueAction.KIND, id.toString());
        return told(action, to.toString(), now, caller);
    }

    private PreventiveAction locked(UUID id, Long expectedVersion) {
        PreventiveAction action =
                actions.locked(id).orElseThrow(() -> new NotFound("preventive action", id.toString()));
        action.expectVersion(expectedVersion);
        return action;
    }

    private ActionReading told(PreventiveAction action, String what, Instant now, Caller caller) {
        UUID problemId = action.problemId();
        String number = problems.numbers(Set.of(problemId)).get(problemId);
        outbox.append(ActionEvent.changed(action, number, what, Person.of(caller), now));
        return new ActionReading(action, number);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
