package com.interspace.ticketing.sla;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.ticketing.priority.Priority;
import java.time.Duration;
import java.util.Map;

/**
 * The targets of each priority and the calendar they run in. A ticket keeps the version it was opened under.
 *
 * @param targets by priority
 * @param calendar when the clocks run; the centre works 24x7, so its own policy does too
 */
public record SlaPolicy(int version, Map<Priority, Targets> targets, BusinessCalendar calendar) {

    /** How long each clock may run. */
    public record Targets(Duration response, Duration update, Duration repair) {}

    /** The centre's own policy, version 1. */
    public static SlaPolicy standard() {
        return new SlaPolicy(
                1,
                Map.of(
                        Priority.CRITICAL, new Targets(minutes(15), minutes(60), hours(4)),
                        Priority.MAJOR, new Targets(minutes(30), hours(2), hours(8)),
                        Priority.MINOR, new Targets(hours(1), hours(8), hours(24)),
                        Priority.LOW, new Targets(hours(4), hours(24), hours(120))),
                BusinessCalendar.always());
    }

    public Duration target(ClockName clock, Priority priority) {
        Targets of = targets.get(priority);
        return switch (clock) {
            case RESPONSE -> of.response();
            case UPDATE -> of.update();
            case REPAIR -> of.repair();
        };
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
