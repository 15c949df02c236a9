package com.interspace.load;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long something took, many times.
 *
 * @param count how often it was done, failures included
 * @param perSecond successes a second over the whole time
 * @param p50 in milliseconds, as are the others
 */
public record Timings(
        String what, long count, long failed, double perSecond, double p50, double p95, double p99, double max) {

    private static final double NANOS_A_MILLI = 1e6;

    /** @param nanos the durations of the successes, in any order; sorted by this method */
    static Timings of(String what, long[] nanos, long failed, double seconds) {
        Arrays.sort(nanos);
        return new Timings(
                what,
                nanos.length + failed,
                failed,
                nanos.length / seconds,
                percentile(nanos, 50),
                percentile(nanos, 95),
                percentile(nanos, 99),
                percentile(nanos, 100));
    }

    /** @param turns the durations of the successes of several turns, which count as if they were one */
    static Timings together(String what, List<long[]> turns, long failed, double seconds) {
        return of(what, turns.stream().flatMapToLong(Arrays::stream).toArray(), failed, seconds);
    }

    /** The one of several rounds that is neither among the better nor among the worse by this figure. */
    static Timings middle(List<Timings> rounds, ToDoubleFunction<Timings> by) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(by))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_A_MILLI;
    }
}
