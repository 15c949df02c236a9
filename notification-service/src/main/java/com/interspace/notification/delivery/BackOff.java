package com.interspace.notification.delivery;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next attempt: soon at first, hourly in the end. */
public final class BackOff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private BackOff() {}

    /** @param attempts how many there have been, at least one */
    public static Duration after(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }
}
