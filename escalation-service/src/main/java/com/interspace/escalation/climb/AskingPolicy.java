package com.interspace.escalation.climb;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a customer may ask for the next level of a ticket: the first time at once, after that with a pause.
 *
 * @param apart the shortest time between two requests
 */
public record AskingPolicy(Duration apart) {

    /**
     * @param lastAskedAt null = never before
     * @throws TooSoon when he has to wait
     */
    public void check(Instant lastAskedAt, Instant now) {
        if (lastAskedAt != null && now.isBefore(lastAskedAt.plus(apart))) {
            throw new TooSoon(lastAskedAt, apart);
        }
    }
}
