package com.interspace.rfo.usecase;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.report.Rfos;
import com.interspace.rfo.report.TimelinessOfMonth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many RFOs were published by their due date. */
@ApplicationScoped
public class RfoTimeliness implements Figures {

    private static final List<String> COLUMNS = List.of(
            "month",
            "requested",
            "publishedInTime",
            "publishedLate",
            "openInTime",
            "openLate",
            "withdrawn",
            "inTimePercent");

    private final Rfos rfos;
    private final InstantSource time;

    @Inject
    RfoTimeliness(Rfos rfos, InstantSource time) {
        this.rfos = rfos;
        this.time = time;
    }

    @Override
    public String name() {
        return "rfo-timeliness";
    }

    @Override
    public String describes() {
        return "RFOs by the month of their request: in time is what was published by its due date; revisions do not"
                + " count.";
    }

    @Override
    public Table drawUp(Period period, Optional<Set<String>> accounts) {
        return new Table(
                COLUMNS,
                rfos.timeliness(period.start(), period.end(), period.zone(), time.instant()).stream()
                        .map(RfoTimeliness::row)
                        .toList());
    }

    private static List<Object> row(TimelinessOfMonth month) {
        return Table.row(
                month.month(),
                month.requested(),
                month.publishedInTime(),
                month.publishedLate(),
                month.openInTime(),
                month.openLate(),
                month.withdrawn(),
                month.inTimePercent());
    }
}
