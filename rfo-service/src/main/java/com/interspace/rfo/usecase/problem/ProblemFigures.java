package com.interspace.rfo.usecase.problem;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.problem.ProblemStatistics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many problems there are in each status, and how old they are. */
@ApplicationScoped
public class ProblemFigures implements Figures {

    private static final List<String> COLUMNS = List.of(
            "status",
            "problems",
            "upTo7Days",
            "upTo30Days",
            "upTo90Days",
            "older",
            "oldestDays",
            "knownErrors",
            "reopenedByAction");

    private final ProblemStatistics statistics;
    private final InstantSource time;

    @Inject
    ProblemFigures(ProblemStatistics statistics, InstantSource time) {
        this.statistics = statistics;
        this.time = time;
    }

    @Override
    public String name() {
        return "problems";
    }

    @Override
    public String describes() {
        return "Problems opened in the period by their status now; the age runs from the opening until the end or"
                + " until now.";
    }

    @Override
    public Table drawUp(Period period, Optional<Set<String>> accounts) {
        return new Table(
                COLUMNS,
                statistics.byStatusAndAge(period.start(), period.end(), time.instant()).stream()
                        .map(row -> Table.row(
                                row.status(),
                                row.problems(),
                                row.upTo7Days(),
                                row.upTo30Days(),
                                row.upTo90Days(),
                                row.older(),
                                row.oldestDays(),
                                row.knownErrors(),
                                row.reopenedByAction()))
                        .toList());
    }
}
