package com.interspace.chassis.config;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One thread that does one thing again and again: at once when woken, otherwise after a rest. What it does may
 * fail; it goes on.
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final long PATIENCE_AT_STOP_MILLIS = 5_000;

    private final Thread thread;
    private final Duration rest;
    private final Duration breath;
    private final Runnable work;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopped;

    public Worker(String name, Duration rest, Runnable work) {
        this(name, rest, Duration.ZERO, work);
    }

    /** @param breath taken after the work when woken more than once meanwhile, for more to come together */
    public Worker(String name, Duration rest, Duration breath, Runnable work) {
        this.rest = rest;
        this.breath = breath;
        this.work = work;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        woken.release();
    }

    /** Returns when the work under way has ended, or after five seconds. */
    public void stop() {
        stopped = true;
        wake();
        try {
            thread.join(PATIENCE_AT_STOP_MILLIS);
            thread.interrupt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                work.run();
                if (woken.availablePermits() > 1) {
                    TimeUnit.NANOSECONDS.sleep(breath.toNanos());
                }
                woken.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "%s failed and goes on", thread.getName());
                pause();
            }
        }
    }

    private void pause() {
        try {
            woken.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
