package com.interspace.escalation.climb;

import java.time.Duration;

/**
 * Where a cycle begins. A ticket that is opened or reopened begins on the ground, and everything counts. One that the
 * centre took down begins on the level chosen; its age goes on, and only what comes later lifts it again.
 *
 * @param level 0 = the ground
 * @param since the age at which the cycle began; null = with the ticket itself
 */
public record Footing(int level, Duration since) {

    /** Of a ticket that was opened or reopened. */
    public static final Footing GROUND = new Footing(0, null);

    /** Whether something that happened at this age belongs to the cycle. */
    boolean counts(Duration age) {
        return since == null || age.compareTo(since) > 0;
    }
}
