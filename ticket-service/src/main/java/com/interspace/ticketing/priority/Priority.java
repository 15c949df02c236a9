package com.interspace.ticketing.priority;

/** Highest first. Always the answer of the priority matrix, never set by hand. */
public enum Priority {
    CRITICAL("critical"),
    MAJOR("major"),
    MINOR("minor"),
    LOW("low");

    private final String word;

    Priority(String word) {
        this.word = word;
    }

    public boolean isHigherThan(Priority other) {
        return ordinal() < other.ordinal();
    }

    public static Priority of(String word) {
        for (Priority candidate : values()) {
            if (candidate.word.equals(word)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No priority is called " + word);
    }

    @Override
    public String toString() {
        return word;
    }
}
