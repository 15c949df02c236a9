package com.interspace.ticketing.ticket;

/** Whether the fault is there all the time or comes and goes. */
public enum FaultNature {
    PERMANENT("permanent"),
    INTERMITTENT("intermittent");

    private final String word;

    FaultNature(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
