package com.interspace.ticketing.sla;

import com.interspace.ticketing.priority.Priority;
import java.time.Duration;
import java.util.Map;

/**
 * The targets of each priority and the hours that each clock runs in. A version never changes; a ticket keeps the
 * one it was opened under until a manager applies another.
 *
 * @param targets by priority
 * @param hours by clock; a clock that is not named runs day and night
 */
public record SlaPolicy(int version, Map<Priority, Targets> targets, Map<ClockName, ClockHours> hours) {

    /** How long each clock may run. */
    public record Targets(Duration response, Duration update, Duration repair) {}

    public SlaPolicy {
        targets = Map.copyOf(targets);
        hours = Map.copyOf(hours);
    }

    public Duration target(ClockName clock, Priority priority) {
        Targets of = targets.get(priority);
        return switch (clock) {
            case RESPONSE -> of.response();
            case UPDATE -> of.update();
            case REPAIR -> of.repair();
        };
    }

    public ClockHours hours(ClockName clock) {
        return hours.getOrDefault(clock, ClockHours.DAY_AND_NIGHT);
    }

    /** Whether both mean the same, whatever their versions. */
    public boolean saysTheSameAs(SlaPolicy other) {
        return targets.equals(other.targets) && hours.equals(other.hours);
    }
}
