package com.interspace.rfo.usecase.action;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.timer.TimerHandler;
import com.interspace.rfo.action.ActionEvent;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.action.PreventiveAction;
import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.SubjectKind;
import com.interspace.rfo.finding.Wording;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemEvent;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.problem.Problems;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.usecase.finding.RaiseFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * When a preventive action is not done in time: tells the manager, opens its problem again if that was resolved or
 * closed, and raises a finding. All of it once for each date.
 */
@ApplicationScoped
public class ReportOverdueAction implements TimerHandler {

    static final String KIND = "action-overdue";

    private final Actions actions;
    private final Problems problems;
    private final RaiseFinding raise;
    private final Outbox outbox;

    @Inject
    ReportOverdueAction(Actions actions, Problems problems, RaiseFinding raise, Outbox outbox) {
        this.actions = actions;
        this.problems = problems;
        this.raise = raise;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String actionId, Instant dueAt) {
        actions.locked(UUID.fromString(actionId))
                .filter(action -> action.fellDue(dueAt))
                .ifPresent(action -> report(action, dueAt));
    }

    private void report(PreventiveAction action, Instant dueAt) {
        Problem problem = problems.locked(action.problemId()).orElseThrow();
        outbox.append(ActionEvent.overdue(action, problem.number(), dueAt));
        ProblemStatus before = problem.status();
        if (problem.reopen("The preventive action \"" + action.text() + "\" is overdue", dueAt)) {
            outbox.append(ProblemEvent.moved(problem, before, Person.SYSTEM, dueAt));
        }
        raise.raise(
                FindingKind.OVERDUE_ACTION,
                new Subject(SubjectKind.ACTION, action.id().toString()),
                "",
                Wording.overdueAction(action.text(), problem.number(), action.owner(), dueAt),
                Measure.of(1, null),
                List.of(Evidence.action(action.id().toString(), dueAt, action.text())),
                problem.id());
    }
}
