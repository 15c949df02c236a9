package com.interspace.chassis.outage;

/** What operators read of a failure. */
public final class Failure {

    private static final int DEEPEST = 20;

    private Failure() {}

    /**
     * What it says, and what the first failure behind it says: a transaction that could not be committed does not tell
     * why; the database does.
     */
    public static String told(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        String behind = String.valueOf(first(failure, DEEPEST).getMessage());
        return said.contains(behind) ? said : said + " - " + behind;
    }

    private static Throwable first(Throwable failure, int deep) {
        Throwable behind = failure.getCause();
        if (behind == null && failure.getSuppressed().length > 0) {
            behind = failure.getSuppressed()[0];
        }
        return behind == null || deep == 0 ? failure : first(behind, deep - 1);
    }
}
