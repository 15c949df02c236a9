package com.interspace.rfo.problem;

import java.util.Comparator;
import java.util.stream.Stream;

/** How urgent a problem is; the words of tickets. {@code toString()} is the word on the wire. */
public enum Priority {
    CRITICAL("critical", 1),
    MAJOR("major", 4),
    MINOR("minor", 7),
    LOW("low", 10);

    private final String word;
    private final int rank;

    Priority(String word, int rank) {
        this.word = word;
        this.rank = rank;
    }

    /** The number of TMF656, from 1 (highest) to 10 (lowest). */
    public int rank() {
        return rank;
    }

    /** The most urgent priority whose rank is not above this one; LOW for anything beyond. */
    public static Priority ofRank(int rank) {
        return Stream.of(values())
                .filter(priority -> priority.rank >= rank)
                .min(Comparator.comparingInt(Priority::rank))
                .orElse(LOW);
    }

    /** The word of a ticket's priority; minor where it is none that we know. */
    public static Priority ofWord(String word) {
        return Stream.of(values())
                .filter(priority -> priority.word.equals(word))
                .findFirst()
                .orElse(MINOR);
    }

    /** The more urgent of the two. */
    public Priority orWorse(Priority other) {
        return rank <= other.rank ? this : other;
    }

    @Override
    public String toString() {
        return word;
    }
}
