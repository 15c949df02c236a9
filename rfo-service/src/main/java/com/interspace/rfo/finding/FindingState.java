package com.interspace.rfo.finding;

import java.util.EnumSet;
import java.util.Set;

/** What the centre thinks of a finding; {@code toString()} is the word on the wire. */
public enum FindingState {
    OPEN("open"),
    CONFIRMED("confirmed"),
    DISMISSED("dismissed"),
    /** Open again at a time that somebody has set. */
    SNOOZED("snoozed");

    private final String word;

    FindingState(String word) {
        this.word = word;
    }

    /** What a person may make of it. */
    public Set<FindingState> next() {
        return switch (this) {
            case OPEN, SNOOZED -> EnumSet.of(CONFIRMED, DISMISSED, SNOOZED);
            case CONFIRMED, DISMISSED -> EnumSet.noneOf(FindingState.class);
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
