package com.interspace.escalation.climb;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a ticket is for escalation, pauses left out, as ticket-service tells it with every event.
 *
 * @param cycle 1, and one more with each reopening
 * @param accrued what had gathered when it last began to run, or in all when it stands still
 * @param runningSince null while it stands still
 */
public record Age(int cycle, Duration accrued, Instant runningSince) {

    public boolean isRunning() {
        return runningSince != null;
    }

    /** The age at an instant not before the pauses known so far; earlier instants give what had been accrued. */
    public Duration at(Instant instant) {
        if (!isRunning() || instant.isBefore(runningSince)) {
            return accrued;
        }
        return accrued.plus(Duration.between(runningSince, instant));
    }

    /** When a running age comes to {@code age}. */
    public Instant reaches(Duration age) {
        return runningSince.plus(age.minus(accrued));
    }
}
