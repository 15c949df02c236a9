package com.interspace.chassis.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a desk is open, and what time means that only passes while it is. Holds local times and a zone; instants are
 * computed day by day when they are asked for, so opening hours keep their local time across a change of the clocks:
 *
 * <ul>
 *   <li>a local time that the clocks skip counts as the moment of the skip: what opens in the gap opens at its end;
 *   <li>a local time that comes twice means its first occurrence, and while the clocks repeat an hour the desk stays as
 *       it was when they were put back: an interval across the repetition lasts its real, longer time.
 * </ul>
 *
 * <p>A day follows the first of these that names it: {@code closedDays}, {@code openDays} (which also open a weekend or
 * a holiday), the national holidays, the weekly hours. Every day with an opening is a business day. Holidays are what
 * Jollyday knows of the country; what a state decides for one year only must be named as a closed or open day, also
 * where the Monday that replaces a holiday is Easter Monday already (Bulgaria in 2021 and 2027: closed on Tuesday).
 *
 * <p>Immutable, equal by content, safe to share between threads. Questions that need an opening throw
 * {@link NeverOpen} if there is none for a year.
 *
 * @param zone the zone of all local times
 * @param holidayCountry ISO 3166 code of the country whose public holidays are closed, for example {@code BG};
 *     {@code null} = none
 * @param week opening hours by day of the week; a day that is missing is closed
 * @param closedDays days that are closed whatever the week says
 * @param openDays days that have hours of their own whatever the week and the holidays say
 */
public record BusinessCalendar(
        ZoneId zone,
        String holidayCountry,
        Map<DayOfWeek, List<OpenInterval>> week,
        Set<LocalDate> closedDays,
        Map<LocalDate, List<OpenInterval>> openDays) {

    /** Nothing is counted beyond a century, so that no number from outside can keep a thread busy. */
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private static final int DAYS_WITHOUT_OPENING = 366;

    /**
     * @throws IllegalArgumentException if no holidays are known for the country, intervals of one day overlap, an open
     *     day has no hours, or a day is both closed and open
     */
    public BusinessCalendar {
        Objects.requireNonNull(zone, "zone");
        if (holidayCountry != null) {
            NationalHolidays.of(holidayCountry);
        }
        week = OpeningHours.byWeekday(week);
        closedDays = Collections.unmodifiableSortedSet(new TreeSet<>(closedDays));
        openDays = OpeningHours.byDate(openDays);
        OpeningHours.refuseClosedAndOpen(closedDays, openDays);
    }

    /**
     * Monday to Friday from 09:00 to 18:00, closed on public holidays.
     *
     * @param holidayCountry ISO 3166 country code, {@code null} = no holidays
     * @throws IllegalArgumentException if no holidays are known for the country
     */
    public static BusinessCalendar standard(ZoneId zone, String holidayCountry) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : EnumSet.range(MONDAY, FRIDAY)) {
            week.put(day, List.of(OpenInterval.of("09:00", "18:00")));
        }
        return new BusinessCalendar(zone, holidayCountry, week, Set.of(), Map.of());
    }

    /** Open 24 hours on every day. Its days are those of UTC: they close, and the next begins, at midnight UTC. */
    public static BusinessCalendar always() {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(OpenInterval.WHOLE_DAY));
        }
        return new BusinessCalendar(ZoneOffset.UTC, null, week, Set.of(), Map.of());
    }

    /** This calendar with other hours on one day of the week; without any, the day is closed. */
    public BusinessCalendar withHours(DayOfWeek day, OpenInterval... hours) {
        Map<DayOfWeek, List<OpenInterval>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(week);
        changed.put(day, List.of(hours));
        return new BusinessCalendar(zone, holidayCountry, changed, closedDays, openDays);
    }

    /** This calendar, closed on these days too. */
    public BusinessCalendar withClosedDays(LocalDate... days) {
        Set<LocalDate> changed = new TreeSet<>(closedDays);
        changed.addAll(Arrays.asList(days));
        return new BusinessCalendar(zone, holidayCountry, week, changed, openDays);
    }

    /** This calendar, open on this day at these hours, be it a weekend or a holiday. */
    public BusinessCalendar withOpenDay(LocalDate day, OpenInterval... hours) {
        Map<LocalDate, List<OpenInterval>> changed = new TreeMap<>(openDays);
        changed.put(day, List.of(hours));
        return new BusinessCalendar(zone, holidayCountry, week, closedDays, changed);
    }

    /** Whether the desk is open; the moment of closing is closed. */
    public boolean isOpen(Instant at) {
        LocalDate day = dayOf(at);
        return containsOn(day, at) || containsOn(day.plusDays(1), at);
    }

    /** The same instant when open, otherwise the next moment of opening. */
    public Instant nextOpening(Instant from) {
        return firstSpanEndingAfter(from).notBeforeStart(from);
    }

    /**
     * From when on the desk is closed, or {@code limit} when it stays open until then; {@code from} itself when it is
     * closed already. Intervals that follow each other without a gap are one opening.
     */
    public Instant openUntil(Instant from, Instant limit) {
        Instant end = from;
        while (end.isBefore(limit) && isOpen(end)) {
            end = firstSpanEndingAfter(end).end();
        }
        return end.isBefore(limit) ? end : limit;
    }

    /**
     * {@code n} business days on: first to the next opening if closed, then the same local time {@code n} business days
     * later. If that day is closed at that time, its next opening of the day, after its last one its closing.
     *
     * @param n number of business days; 0 = the next opening
     * @throws IllegalArgumentException if {@code n} is negative, or that day lies beyond a century
     */
    public Instant plusBusinessDays(Instant from, int n) {
        OpenSpan first = firstSpanEndingAfter(from);
        Instant opening = first.notBeforeStart(from);
        LocalDate day = businessDayAfter(first, n);
        return n == 0 ? opening : openMomentOn(day, localTimeOf(opening, first.day()));
    }

    /**
     * The closing time of the {@code n}th business day after {@code from} (after the next opening, if closed then).
     *
     * @param n number of business days; 0 = the current day when open, otherwise the next one that opens
     * @throws IllegalArgumentException if {@code n} is negative, or that day lies beyond a century
     */
    public Instant closingAfterBusinessDays(Instant from, int n) {
        return closingOf(spansOn(businessDayAfter(firstSpanEndingAfter(from), n)));
    }

    /**
     * The moment at which {@code businessTime} of open time has passed. If that is a moment of closing, it is that one,
     * not the next opening; with a duration of zero it is the next opening.
     *
     * @throws IllegalArgumentException if the duration is negative, or that moment lies beyond a century
     */
    public Instant plus(Instant from, Duration businessTime) {
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("Business time must not be negative: " + businessTime);
        }
        OpenSpan span = firstSpanEndingAfter(from);
        Instant at = span.notBeforeStart(from);
        Duration left = businessTime;
        Duration room = Duration.between(at, span.end());
        while (left.compareTo(room) > 0) {
            left = left.minus(room);
            span = firstSpanEndingAfter(span.end());
            at = span.start();
            refuseBeyondCentury(from, at);
            room = Duration.between(at, span.end());
        }
        return at.plus(left);
    }

    /**
     * The open time between two instants.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or more than a century after it
     */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The end " + to + " must not be before the start " + from);
        }
        refuseBeyondCentury(from, to);
        Duration open = Duration.ZERO;
        LocalDate last = dayOf(to).plusDays(1);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (OpenSpan span : spansOn(day)) {
                open = open.plus(span.within(from, to));
            }
        }
        return open;
    }

    private LocalDate businessDayAfter(OpenSpan first, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("Business days must not be negative: " + n);
        }
        OpenSpan span = first;
        for (int i = 0; i < n; i++) {
            span = firstSpanFrom(span.day().plusDays(1), span.end());
            refuseBeyondCentury(first.start(), span.start());
        }
        return span.day();
    }

    private OpenSpan firstSpanEndingAfter(Instant at) {
        return firstSpanFrom(dayOf(at), at);
    }

    private OpenSpan firstSpanFrom(LocalDate first, Instant at) {
        for (int i = 0; i <= DAYS_WITHOUT_OPENING; i++) {
            for (OpenSpan span : spansOn(first.plusDays(i))) {
                if (span.end().isAfter(at)) {
                    return span;
                }
            }
        }
        throw new NeverOpen("The calendar in " + zone + " has no opening in the year from " + first);
    }

    private Instant openMomentOn(LocalDate day, LocalTime time) {
        Instant wanted = OpenInterval.firstInstantOf(day.atTime(time), zone);
        List<OpenSpan> spans = spansOn(day);
        for (OpenSpan span : spans) {
            if (span.end().isAfter(wanted)) {
                return span.notBeforeStart(wanted);
            }
        }
        return closingOf(spans);
    }

    private static Instant closingOf(List<OpenSpan> spans) {
        return spans.get(spans.size() - 1).end();
    }

    private boolean containsOn(LocalDate day, Instant at) {
        return spansOn(day).stream().anyMatch(span -> span.contains(at));
    }

    private List<OpenSpan> spansOn(LocalDate day) {
        return hoursOn(day).stream()
                .map(interval -> interval.on(day, zone))
                .filter(span -> !span.isEmpty())
                .toList();
    }

    private List<OpenInterval> hoursOn(LocalDate day) {
        if (closedDays.contains(day)) {
            return List.of();
        }
        List<OpenInterval> ownHours = openDays.get(day);
        if (ownHours != null) {
            return ownHours;
        }
        List<OpenInterval> weekly = week.getOrDefault(day.getDayOfWeek(), List.of());
        return weekly.isEmpty() || isHoliday(day) ? List.of() : weekly;
    }

    private boolean isHoliday(LocalDate day) {
        return holidayCountry != null && NationalHolidays.of(holidayCountry).include(day);
    }

    /**
     * The date on the wall. Where clocks are put back across midnight (St. John's until 2011), the desk may already be
     * in the day after it, never in the day before.
     */
    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private LocalTime localTimeOf(Instant at, LocalDate businessDay) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        return local.toLocalDate().equals(businessDay) ? local.toLocalTime() : LocalTime.MIDNIGHT;
    }

    private static void refuseBeyondCentury(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(CENTURY) > 0) {
            throw new IllegalArgumentException("Business time ends after a century, so not from " + from + " to " + to);
        }
    }
}
