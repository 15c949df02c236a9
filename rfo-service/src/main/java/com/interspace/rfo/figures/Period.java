package com.interspace.rfo.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days that a report covers.
 *
 * @param from the first day
 * @param to the last day, covered too
 * @param zone in which its days and months begin and end
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period must not end on " + to + ", before it begins on " + from);
        }
    }

    /** The month of this day and the eleven before it. */
    public static Period yearUpTo(LocalDate today, ZoneId zone) {
        YearMonth month = YearMonth.from(today);
        return new Period(month.minusMonths(11).atDay(1), month.atEndOfMonth(), zone);
    }

    /** The first instant that belongs to it. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The months that it touches, cut to it: a month that it covers in part is as long as that part. */
    public List<Period> months() {
        YearMonth first = YearMonth.from(from);
        return Stream.iterate(first, month -> !month.atDay(1).isAfter(to), month -> month.plusMonths(1))
                .map(month -> new Period(later(from, month.atDay(1)), earlier(to, month.atEndOfMonth()), zone))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
