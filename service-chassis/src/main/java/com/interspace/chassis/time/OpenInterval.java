package com.interspace.chassis.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * One stretch of opening hours of a local day: open at {@code from}, closed again at {@code to}. {@code to} = 00:00
 * means the end of the day; an interval never reaches into the next day.
 *
 * @param from local time of opening
 * @param to local time of closing, after {@code from}, or 00:00 for the end of the day
 */
public record OpenInterval(LocalTime from, LocalTime to) {

    /** From midnight to midnight. */
    public static final OpenInterval WHOLE_DAY = new OpenInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** @throws IllegalArgumentException if the interval closes before it opens */
    public OpenInterval {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("An interval must open before it closes, not " + from + "-" + to);
        }
    }

    /**
     * Reads {@code of("09:00", "18:00")}.
     *
     * @throws java.time.format.DateTimeParseException if a text is not a local time
     * @throws IllegalArgumentException if the interval closes before it opens
     */
    public static OpenInterval of(String from, String to) {
        return new OpenInterval(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** This interval on a given day; empty where the clock skips all of it. */
    OpenSpan on(LocalDate day, ZoneId zone) {
        LocalDate lastDay = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return new OpenSpan(day, firstInstantOf(day.atTime(from), zone), firstInstantOf(lastDay.atTime(to), zone));
    }

    boolean endsAfter(LocalTime time) {
        return to.equals(LocalTime.MIDNIGHT) || to.isAfter(time);
    }

    /**
     * When the clocks of the zone first show a local time; a time that they skip counts as the moment of the skip. Later
     * local times never give earlier instants, so neighbouring intervals never overlap.
     */
    static Instant firstInstantOf(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }
}
