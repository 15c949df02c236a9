package com.interspace.local.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again and again until something is there, but not for ever. */
record Waiting(Duration limit) {

    private static final Duration POLL = Duration.ofMillis(200);

    <T> T until(String what, Supplier<Seen<T>> look) {
        long deadline = System.nanoTime() + limit.toNanos();
        Seen<T> seen = look.get();
        while (seen.value() == null) {
            if (System.nanoTime() > deadline) {
                throw new StoryFailed(
                        "Waited " + limit.toSeconds() + " s for " + what + ". Seen instead: " + seen.instead());
            }
            LockSupport.parkNanos(POLL.toNanos());
            seen = look.get();
        }
        return seen.value();
    }
}
