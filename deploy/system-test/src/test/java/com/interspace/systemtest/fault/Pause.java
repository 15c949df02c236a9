package com.interspace.systemtest.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that a fault lasts, or that somebody waits before he asks again. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
