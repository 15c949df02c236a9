package com.interspace.ticketing.ticket;

/** Something that a ticket wants an agent to do because nobody else will. */
public enum Task {
    /** The reporter was asked twice and has not answered: call him, or reject the report. */
    MISSING_INFORMATION("missing-information");

    private final String word;

    Task(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
