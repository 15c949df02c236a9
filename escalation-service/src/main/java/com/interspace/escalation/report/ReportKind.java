package com.interspace.escalation.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reports on escalations. A level counts when a ticket came to stand on it, in the period, in any cycle. */
public enum ReportKind {
    BY_LEVEL("Escalations by level; levels passed over do not count", "level", "escalations", "tickets"),
    BY_CAUSE("Escalations by cause: age, breach, customer or centre", "cause", "escalations", "tickets"),
    BY_SERVICE(
            "Escalations by service, at most the 1000 services with most of them",
            "serviceId",
            "account",
            "escalations",
            "tickets",
            "highestLevel"),
    BY_MONTH("Escalations by month", "month", "escalations", "tickets"),
    ACKNOWLEDGEMENT(
            "Time from level to acknowledgement, by level; levels that nobody acknowledged have none",
            "level",
            "escalations",
            "acknowledged",
            "median",
            "ninetiethPercentile",
            "longest");

    private final String describes;
    private final List<String> columns;

    ReportKind(String describes, String... columns) {
        this.describes = describes;
        this.columns = List.of(columns);
    }

    /** What it counts, in one sentence. */
    public String describes() {
        return describes;
    }

    public List<String> columns() {
        return columns;
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a word that is no report. */
    public static Optional<ReportKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst();
    }
}
