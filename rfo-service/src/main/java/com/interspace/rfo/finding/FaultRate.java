package com.interspace.rfo.finding;

/**
 * Whether a service has more tickets than its own history explains: the exact conditional test of two Poisson rates.
 *
 * <p>If the rate has not changed, each of the n + k tickets of window and history falls into the window with the
 * probability p = w / (w + h), so that n given n + k is binomial. The chance of n or more is
 * {@code P(X >= n), X ~ Bin(n + k, p)}. No rate has to be estimated, and it holds for counts as small as 0 and 3.
 *
 * <p>J. Przyborowski, H. Wilenski: Homogeneity of results in testing samples from Poisson series, Biometrika 31 (1940)
 * 313-323; see also K. Krishnamoorthy, J. Thomson: A more powerful test for comparing two Poisson means, Journal of
 * Statistical Planning and Inference 119 (2004) 23-35.
 *
 * <p>A service is looked at again with each of its tickets, and the busier it is the more often. So that looking often
 * accuses nobody, the level is shared among all looks of window and history (Bonferroni): one look may be wrong with
 * {@link #WRONG_ACCUSATIONS} / (n + k).
 *
 * @param recent n, tickets in the window
 * @param windowDays w
 * @param earlier k, tickets in the history before the window
 * @param historyDays h, days of history that are known; a day on which a new service did not exist yet counts as
 *     a quiet one, a day before our records began does not count
 */
public record FaultRate(long recent, double windowDays, long earlier, double historyDays) {

    /** Fewer tickets than these are never chronic, however quiet the history. */
    public static final int FEWEST = 3;

    /** The chance that a service whose rate never changes is accused at all. */
    static final double WRONG_ACCUSATIONS = 0.0005;

    public boolean hasRisen() {
        return recent >= FEWEST && historyDays > 0 && chance() < WRONG_ACCUSATIONS / (recent + earlier);
    }

    /** How many tickets the history lets expect in the window. */
    public double expected() {
        return historyDays <= 0 ? 0 : earlier * windowDays / historyDays;
    }

    /** The chance of so many or more tickets in the window if the rate has not changed. */
    public double chance() {
        double p = windowDays / (windowDays + historyDays);
        if (p >= 1) {
            return 1;
        }
        long all = recent + earlier;
        double logOfTerm = recent * Math.log(p) + earlier * Math.log1p(-p) + logOfChoices(all, recent);
        double sum = 0;
        double term = Math.exp(logOfTerm);
        for (long hits = recent; hits <= all && term > sum * 1e-12; hits++) {
            sum += term;
            term *= (double) (all - hits) / (hits + 1) * p / (1 - p);
        }
        return Math.min(1, sum);
    }

    private static double logOfChoices(long all, long some) {
        double log = 0;
        long fewer = Math.min(some, all - some);
        for (long i = 1; i <= fewer; i++) {
            log += Math.log((double) (all - fewer + i) / i);
        }
        return log;
    }
}
