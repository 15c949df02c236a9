package com.interspace.rfo.report;

/**
 * How the RFOs that were requested in one month kept to their due dates.
 *
 * @param month such as {@code 2026-03}
 * @param openInTime still open, due later
 * @param openLate still open and past due
 */
public record TimelinessOfMonth(
        String month,
        long requested,
        long publishedInTime,
        long publishedLate,
        long openInTime,
        long openLate,
        long withdrawn) {

    /** Of those that were published or should have been, in percent with one decimal; null if there is none. */
    public Double inTimePercent() {
        long judged = publishedInTime + publishedLate + openLate;
        return judged == 0 ? null : Math.round(1000.0 * publishedInTime / judged) / 10.0;
    }
}
