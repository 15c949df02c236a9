package com.interspace.chassis.report;

import com.interspace.chassis.refusal.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

    private static final int LONGEST_YEARS = 3;

    /** @throws IllegalArgumentException if it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period must not end on " + to + ", before it begins on " + from);
        }
    }

    /**
     * Reads what was written down; without an end it goes to the end of this month, without a beginning it covers the
     * month of its end and the eleven before.
     *
     * @param from such as 2026-03-01; null or blank = nothing was said
     * @param today in the zone
     * @return null if it would end before it begins; to be used only if {@code violations} has stayed empty
     */
    public static Period judged(String from, String to, LocalDate today, ZoneId zone, Violations violations) {
        LocalDate saidTo = date("to", to, violations);
        LocalDate last = saidTo == null ? YearMonth.from(today).atEndOfMonth() : saidTo;
        LocalDate saidFrom = date("from", from, violations);
        LocalDate first =
                saidFrom == null ? YearMonth.from(last).minusMonths(11).atDay(1) : saidFrom;
        if (last.isBefore(first)) {
            violations.add("from", "must not be after " + last + ", the last day");
            return null;
        }
        if (first.plusYears(LONGEST_YEARS).isBefore(last)) {
            violations.add("from", "must lie at most " + LONGEST_YEARS + " years before " + last);
        }
        return new Period(first, last, zone);
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

    private static LocalDate date(String field, String text, Violations violations) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= 1970 && date.getYear() <= 9999) {
                return date;
            }
            violations.add(field, "must lie between 1970 and 9999");
        } catch (DateTimeParseException unreadable) {
            violations.add(field, "must be a date such as 2026-04-30");
        }
        return null;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
