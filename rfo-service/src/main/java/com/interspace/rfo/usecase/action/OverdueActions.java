package com.interspace.rfo.usecase.action;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.action.PreventiveAction;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was promised and is not done. */
@ApplicationScoped
public class OverdueActions implements Figures {

    private static final List<String> COLUMNS = List.of("problem", "action", "owner", "due", "overdueDays", "actionId");

    private final Actions actions;
    private final Problems problems;
    private final InstantSource time;

    @Inject
    OverdueActions(Actions actions, Problems problems, InstantSource time) {
        this.actions = actions;
        this.problems = problems;
        this.time = time;
    }

    @Override
    public String name() {
        return "actions-overdue";
    }

    @Override
    public String describes() {
        return "Preventive actions that were due in the period and are open and overdue now, the longest overdue"
                + " first.";
    }

    @Override
    public Table drawUp(Period period, Optional<Set<String>> accounts) {
        Instant now = time.instant();
        List<PreventiveAction> overdue = actions.overdue(period.start(), period.end());
        Map<UUID, String> numbers = problems.numbers(
                overdue.stream().map(PreventiveAction::problemId).collect(Collectors.toSet()));
        return new Table(
                COLUMNS,
                overdue.stream()
                        .map(action -> Table.row(
                                numbers.get(action.problemId()),
                                action.text(),
                                action.owner(),
                                action.due(),
                                Duration.between(action.due(), now).toDays(),
                                action.id().toString()))
                        .toList());
    }
}
