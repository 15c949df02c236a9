package com.interspace.rfo.finding;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The figures that a finding rests on; null where its kind has none.
 *
 * @param count pieces of evidence
 * @param window ISO-8601 duration in which they lie
 * @param earlier pieces in the history before the window
 * @param historyDays days of history that are known
 * @param expected pieces that the history lets expect in the window
 * @param chance of so many or more without a change, see {@link FaultRate}
 * @param worst the reading furthest beyond its threshold
 */
public record Measure(
        long count,
        String window,
        Long earlier,
        Long historyDays,
        Double expected,
        Double chance,
        Double worst,
        Double threshold) {

    public static Measure of(FaultRate rate) {
        return new Measure(
                rate.recent(),
                "P30D",
                rate.earlier(),
                Math.round(rate.historyDays()),
                rounded(rate.expected()),
                significant(rate.chance()),
                null,
                null);
    }

    public static Measure of(long count, String window) {
        return new Measure(count, window, null, null, null, null, null, null);
    }

    public static Measure of(long readings, double worst, double threshold) {
        return new Measure(readings, null, null, null, null, null, worst, threshold);
    }

    private static double significant(double chance) {
        return new BigDecimal(chance).round(new MathContext(2)).doubleValue();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
