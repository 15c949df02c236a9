package com.interspace.ticketing.sla;

/** The clocks that a target stands on. */
public enum ClockName {
    /** Until an agent's first public note or logged call. */
    RESPONSE("response"),
    /** Again from each public note or call. */
    UPDATE("update"),
    /** Until resolved; goes on after a reopen. */
    REPAIR("repair");

    private final String word;

    ClockName(String word) {
        this.word = word;
    }

    public static ClockName of(String word) {
        for (ClockName candidate : values()) {
            if (candidate.word.equals(word)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No clock is called " + word);
    }

    @Override
    public String toString() {
        return word;
    }
}
