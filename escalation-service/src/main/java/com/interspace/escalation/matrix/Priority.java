package com.interspace.escalation.matrix;

import java.util.Locale;

/** The priority of a ticket, the most urgent first. */
public enum Priority {
    CRITICAL,
    MAJOR,
    MINOR,
    LOW;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is no priority */
    public static Priority of(String word) {
        for (Priority priority : values()) {
            if (priority.toString().equals(word)) {
                return priority;
            }
        }
        throw new IllegalArgumentException("There is no priority '" + word + "'");
    }
}
