package com.interspace.ticketing.ticket;

/** The door through which a ticket, or a word about it, came in. */
public enum Channel {
    PANEL("panel"),
    EMAIL("email"),
    PHONE("phone"),
    PARTNER("partner"),
    PROACTIVE("proactive");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
