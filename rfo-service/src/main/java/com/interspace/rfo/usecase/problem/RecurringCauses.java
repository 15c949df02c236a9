package com.interspace.rfo.usecase.problem;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.problem.ProblemStatistics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which root causes come back. */
@ApplicationScoped
public class RecurringCauses implements Figures {

    private static final List<String> COLUMNS =
            List.of("category", "problems", "open", "tickets", "services", "withPermanentFix", "lastAt");

    private final ProblemStatistics statistics;

    @Inject
    RecurringCauses(ProblemStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public String name() {
        return "recurring-causes";
    }

    @Override
    public String describes() {
        return "Problems by the category of their root cause, by the day on which it was written down.";
    }

    @Override
    public Table drawUp(Period period, Optional<Set<String>> accounts) {
        return new Table(
                COLUMNS,
                statistics.byCause(period.start(), period.end()).stream()
                        .map(row -> Table.row(
                                row.category(),
                                row.problems(),
                                row.open(),
                                row.tickets(),
                                row.services(),
                                row.withPermanentFix(),
                                row.lastAt()))
                        .toList());
    }
}
