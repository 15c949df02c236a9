package com.interspace.escalation.climb;

import java.util.Locale;

/** A clock of ticket-service that can be breached. */
public enum SlaClock {
    RESPONSE,
    UPDATE,
    REPAIR;

    /** Whether its breach lifts a ticket by one level; a late update does not. */
    public boolean lifts() {
        return this != UPDATE;
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is no clock */
    public static SlaClock of(String word) {
        for (SlaClock clock : values()) {
            if (clock.toString().equals(word)) {
                return clock;
            }
        }
        throw new IllegalArgumentException("There is no clock '" + word + "'");
    }
}
