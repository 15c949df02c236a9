package com.interspace.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** What must be true of every calendar at every moment. */
final class BusinessTimeLaws {

    private BusinessTimeLaws() {}

    static void plus_and_between_are_inverse(BusinessCalendar calendar, Instant from, Duration businessTime) {
        Instant due = calendar.plus(from, businessTime);

        assertThat(calendar.between(from, due))
                .as(() -> calendar + " from " + from + " to " + due)
                .isEqualTo(businessTime);
    }

    static void plus_gives_an_open_moment_or_a_closing(BusinessCalendar calendar, Instant from, Duration businessTime) {
        Instant due = calendar.plus(from, businessTime);

        assertThat(due).as(() -> calendar + " from " + from).isAfterOrEqualTo(from);
        assertThat(isOpenOrClosing(calendar, due))
                .as(() -> calendar + " from " + from + " to " + due)
                .isTrue();
    }

    static void plus_is_monotone(BusinessCalendar calendar, Instant from, Instant later, Duration less, Duration more) {
        Instant due = calendar.plus(from, less);

        assertThat(calendar.plus(later, less))
                .as(() -> calendar + " from " + from + " and " + later)
                .isAfterOrEqualTo(due);
        assertThat(calendar.plus(from, more))
                .as(() -> calendar + " from " + from + " plus " + less + " and " + more)
                .isAfterOrEqualTo(due);
    }

    static void between_is_additive(BusinessCalendar calendar, Instant first, Instant second, Instant third) {
        assertThat(calendar.between(first, second).plus(calendar.between(second, third)))
                .as(() -> calendar + " " + first + ", " + second + ", " + third)
                .isEqualTo(calendar.between(first, third));
    }

    static void next_opening_is_the_first_open_moment(BusinessCalendar calendar, Instant from) {
        Instant opening = calendar.nextOpening(from);

        assertThat(opening).as(() -> calendar + " from " + from).isAfterOrEqualTo(from);
        assertThat(calendar.isOpen(opening))
                .as(() -> calendar + " at " + opening)
                .isTrue();
        assertThat(calendar.nextOpening(opening))
                .as(() -> calendar + " at " + opening)
                .isEqualTo(opening);
        assertThat(calendar.between(from, opening))
                .as(() -> calendar + " from " + from)
                .isZero();
        assertThat(calendar.isOpen(from)).as(() -> calendar + " at " + from).isEqualTo(opening.equals(from));
    }

    static void business_days_keep_the_local_time(BusinessCalendar calendar, Instant from, int n) {
        Instant due = calendar.plusBusinessDays(from, n);
        LocalDateTime opening = localTime(calendar, calendar.nextOpening(from));
        LocalDate openingDay = businessDayOf(calendar, calendar.nextOpening(from));
        LocalDateTime sameTime = businessDaysAfter(calendar, openingDay, n).atTime(opening.toLocalTime());

        assertThat(isOpenOrClosing(calendar, due))
                .as(() -> calendar + " from " + from + " to " + due)
                .isTrue();
        assertThat(due).as(() -> calendar + " from " + from).isAfterOrEqualTo(from);
        if (opening.toLocalDate().equals(openingDay) && calendar.isOpen(firstInstantOf(calendar, sameTime))) {
            assertThat(due)
                    .as(() -> calendar + " from " + from + ", " + n + " days")
                    .isEqualTo(firstInstantOf(calendar, sameTime));
        }
    }

    static void closing_is_the_last_open_moment_of_the_day(BusinessCalendar calendar, Instant from, int n) {
        Instant closing = calendar.closingAfterBusinessDays(from, n);
        LocalDate day = businessDaysAfter(calendar, businessDayOf(calendar, calendar.nextOpening(from)), n);

        assertThat(closing).as(() -> calendar + " from " + from).isAfterOrEqualTo(calendar.plusBusinessDays(from, n));
        assertThat(calendar.isOpen(closing.minusNanos(1)))
                .as(() -> calendar + " at " + closing)
                .isTrue();
        assertThat(calendar.between(
                        closing, firstInstantOf(calendar, day.plusDays(1).atStartOfDay())))
                .as(() -> calendar + " from " + from + " to " + closing)
                .isZero();
    }

    static void the_desk_follows_the_clock_on_its_wall(BusinessCalendar calendar, Instant at) {
        assertThat(calendar.isOpen(at)).as(() -> calendar + " at " + at).isEqualTo(isOpenByWallClock(calendar, at));
    }

    /** Counts minute by minute; holds for hours that begin and end on a full minute. */
    static Duration openMinutesByWallClock(BusinessCalendar calendar, Instant from, Instant to) {
        Duration open = Duration.ZERO;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            if (isOpenByWallClock(calendar, minute)) {
                open = open.plusMinutes(1);
            }
        }
        return open;
    }

    private static boolean isOpenOrClosing(BusinessCalendar calendar, Instant at) {
        return calendar.isOpen(at) || calendar.isOpen(at.minusNanos(1));
    }

    /** What somebody sees who looks at the clock and then at the sign on the door. */
    private static boolean isOpenByWallClock(BusinessCalendar calendar, Instant at) {
        LocalDateTime local = wallClock(calendar, at);
        return hoursOn(calendar, local.toLocalDate()).stream()
                .anyMatch(hours -> !local.toLocalTime().isBefore(hours.from())
                        && (hours.to().equals(LocalTime.MIDNIGHT)
                                || local.toLocalTime().isBefore(hours.to())));
    }

    /** While the clocks repeat a time, the wall clock is stopped at the last moment before they were put back. */
    private static LocalDateTime wallClock(BusinessCalendar calendar, Instant at) {
        ZoneOffsetTransition last = calendar.zone().getRules().previousTransition(at.plusNanos(1));
        LocalDateTime local = localTime(calendar, at);
        boolean repeats = last != null && last.isOverlap() && local.isBefore(last.getDateTimeBefore());
        return repeats ? last.getDateTimeBefore().minusNanos(1) : local;
    }

    private static LocalDateTime localTime(BusinessCalendar calendar, Instant at) {
        return at.atZone(calendar.zone()).toLocalDateTime();
    }

    /** The platform's own reading, the first of two; but what the clocks skip is there when they skip it. */
    private static Instant firstInstantOf(BusinessCalendar calendar, LocalDateTime local) {
        Instant read = local.atZone(calendar.zone()).toInstant();
        ZoneOffsetTransition last = calendar.zone().getRules().previousTransition(read.plusNanos(1));
        boolean skipped = last != null && last.isGap() && local.isBefore(last.getDateTimeAfter());
        return skipped ? last.getInstant() : read;
    }

    private static LocalDate businessDayOf(BusinessCalendar calendar, Instant opening) {
        return wallClock(calendar, opening).toLocalDate();
    }

    private static LocalDate businessDaysAfter(BusinessCalendar calendar, LocalDate businessDay, int n) {
        LocalDate day = businessDay;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            left -= hasOpening(calendar, day) ? 1 : 0;
        }
        return day;
    }

    private static boolean hasOpening(BusinessCalendar calendar, LocalDate day) {
        Instant begin = firstInstantOf(calendar, day.atStartOfDay());
        Instant end = firstInstantOf(calendar, day.plusDays(1).atStartOfDay());
        return !hoursOn(calendar, day).isEmpty()
                && !calendar.between(begin, end).isZero();
    }

    private static List<OpenInterval> hoursOn(BusinessCalendar calendar, LocalDate day) {
        if (calendar.closedDays().contains(day)) {
            return List.of();
        }
        List<OpenInterval> weekly = calendar.week().getOrDefault(day.getDayOfWeek(), List.of());
        return calendar.openDays().getOrDefault(day, weekly);
    }
}
