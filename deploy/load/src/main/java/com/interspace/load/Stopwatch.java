package com.interspace.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does something again and again and notes how long each time took. */
final class Stopwatch {

    /** Something that is done again and again; one instance is used by one thread at a time. */
    interface Work {
        void once() throws Exception;
    }

    private Stopwatch() {}

    /** One after the other, a fixed number of times. */
    static Timings times(String what, int times, Work work) {
        long begin = System.nanoTime();
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            nanos[i] = timed(work);
        }
        return Timings.of(what, nanos, 0, secondsSince(begin));
    }

    /** As often as possible by several threads, each with work of its own, for a time. */
    static Timings flatOut(String what, List<? extends Work> works, Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Callable<List<Long>>> tasks = new ArrayList<>();
        for (Work work : works) {
            tasks.add(() -> {
                List<Long> taken = new ArrayList<>();
                while (System.nanoTime() < end) {
                    taken.add(timed(work));
                }
                return taken;
            });
        }
        List<Long> taken = runAll(tasks);
        return Timings.of(what, asArray(taken), 0, secondsSince(begin));
    }

    /** At a steady rate for a time; each time is counted from when the work really began. */
    static Timings steady(String what, List<? extends Work> works, double rate, Duration time) {
        long begin = System.nanoTime();
        int all = (int) (rate * time.toMillis() / 1000);
        AtomicInteger next = new AtomicInteger();
        List<Callable<List<Long>>> tasks = new ArrayList<>();
        for (Work work : works) {
            tasks.add(() -> {
                List<Long> taken = new ArrayList<>();
                for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                    sleepUntil(begin + (long) (i / rate * 1e9));
                    taken.add(timed(work));
                }
                return taken;
            });
        }
        List<Long> taken = runAll(tasks);
        return Timings.of(what, asArray(taken), 0, secondsSince(begin));
    }

    static void sleepUntil(long nanoTime) throws InterruptedException {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private static long timed(Work work) {
        long begin = System.nanoTime();
        try {
            work.once();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - begin;
    }

    private static List<Long> runAll(List<Callable<List<Long>>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> done : threads.invokeAll(tasks)) {
                all.addAll(done.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] asArray(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }
}
