package com.interspace.load;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that happens elsewhere. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /** @throws IllegalStateException when it has not happened after that time */
    static void until(Duration patience, BooleanSupplier happened) {
        long begin = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (Stopwatch.secondsSince(begin) > patience.toSeconds()) {
                throw new IllegalStateException("It did not happen within " + patience);
            }
            Stopwatch.sleep(PAUSE);
        }
    }
}
