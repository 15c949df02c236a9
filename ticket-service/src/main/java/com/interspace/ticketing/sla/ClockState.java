package com.interspace.ticketing.sla;

/** How a clock stands. */
public enum ClockState {
    RUNNING("running"),
    /** Stands still and will go on. */
    PAUSED("paused"),
    /** Came to its end in time. */
    MET("met"),
    /** The target has been missed, whether the clock still runs or not. */
    BREACHED("breached");

    private final String word;

    ClockState(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
