package com.interspace.rfo.problem;

import java.time.Instant;
import java.util.List;

/** Problems, counted. */
public interface ProblemStatistics {

    /** Problems in one status by their age in days; {@code reopenedByAction} are those that an overdue action opened again. */
    record OfStatus(
            String status,
            long problems,
            long upTo7Days,
            long upTo30Days,
            long upTo90Days,
            long older,
            long oldestDays,
            long knownErrors,
            long reopenedByAction) {}

    /** Problems whose root cause is of one category; {@code open} are neither resolved nor closed. */
    record OfCause(
            String category,
            long problems,
            long open,
            long tickets,
            long services,
            long withPermanentFix,
            Instant lastAt) {}

    /** Opened from an instant up to another; in the order of the statuses. Statuses without problems are left out. */
    List<OfStatus> byStatusAndAge(Instant from, Instant before, Instant now);

    /** Written down from an instant up to another; the most frequent first. */
    List<OfCause> byCause(Instant from, Instant before);
}
