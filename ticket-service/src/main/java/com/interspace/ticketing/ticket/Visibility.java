package com.interspace.ticketing.ticket;

/** Who may read a note. */
public enum Visibility {
    /** The customer and the centre. */
    PUBLIC("public"),
    /** The centre only. */
    INTERNAL("internal");

    private final String word;

    Visibility(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
