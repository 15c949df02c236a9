package com.interspace.rfo.usecase.action;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.timer.Timers;
import com.interspace.rfo.action.ActionEvent;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.action.PreventiveAction;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.Problems;
import com.interspace.rfo.report.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A person of the centre notes what shall keep a problem from coming back, who promised it, and until when. */
@ApplicationScoped
public class PlanAction {

    private final Actions actions;
    private final Problems problems;
    private final Timers timers;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    PlanAction(Actions actions, Problems problems, Timers timers, Outbox outbox, InstantSource time) {
        this.actions = actions;
        this.problems = problems;
        this.timers = timers;
        this.outbox = outbox;
        this.time = time;
    }

    /** @throws Invalid if there is no such problem, or the time is over already */
    @Transactional
    public ActionReading plan(UUID problemId, String text, String owner, Instant due, Caller caller) {
        Problem problem =
                problems.byId(problemId).orElseThrow(() -> new Invalid("problemId", "there is no such problem"));
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!due.isAfter(now)) {
            throw new Invalid("due", "must lie in the future");
        }
        Person by = Person.of(caller);
        PreventiveAction action = PreventiveAction.planned(problemId, text, owner, due, by, now);
        actions.add(action);
        timers.arm(ReportOverdueAction.KIND, action.id().toString(), due);
        outbox.append(ActionEvent.changed(action, problem.number(), "planned", by, now));
        return new ActionReading(action, problem.number());
    }
}
