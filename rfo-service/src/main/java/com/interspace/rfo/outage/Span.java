package com.interspace.rfo.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param to null while it goes on
 */
public record Span(Instant from, Instant to) {

    /** Whether any of it lies within {@code [start, end)}. */
    public boolean touches(Instant start, Instant end) {
        return from.isBefore(end) && (to == null || to.isAfter(start));
    }

    /** How much of {@code [start, end)} they cover; what several of them cover counts once. */
    public static Duration total(List<Span> spans, Instant start, Instant end) {
        Duration total = Duration.ZERO;
        Instant counted = start;
        List<Span> inOrder =
                spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        for (Span span : inOrder) {
            Instant from = span.from.isAfter(counted) ? span.from : counted;
            Instant to = span.to == null || span.to.isAfter(end) ? end : span.to;
            if (to.isAfter(from)) {
                total = total.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return total;
    }

    /** How much of {@code [start, end)} both of them cover. */
    public static Duration common(List<Span> some, List<Span> others, Instant start, Instant end) {
        List<Span> all = new ArrayList<>(some);
        all.addAll(others);
        return total(some, start, end).plus(total(others, start, end)).minus(total(all, start, end));
    }
}
