package com.interspace.rfo.problem;

import java.util.EnumSet;
import java.util.Set;

/** Where a problem stands, in the words of TMF656; {@code toString()} is the word on the wire. */
public enum ProblemStatus {
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("inProgress"),
    /** Waits for the customer or for a decision of ours. */
    PENDING("pending"),
    /** Waits for a third party. */
    HELD("held"),
    RESOLVED("resolved"),
    CLOSED("closed");

    private final String word;

    ProblemStatus(String word) {
        this.word = word;
    }

    /** Where a person may move it from here. Out of closed leads only an overdue preventive action. */
    public Set<ProblemStatus> next() {
        return switch (this) {
            case ACKNOWLEDGED -> EnumSet.of(IN_PROGRESS);
            case IN_PROGRESS -> EnumSet.of(PENDING, HELD, RESOLVED);
            case PENDING -> EnumSet.of(IN_PROGRESS, HELD, RESOLVED);
            case HELD -> EnumSet.of(IN_PROGRESS, PENDING, RESOLVED);
            case RESOLVED -> EnumSet.of(CLOSED, IN_PROGRESS);
            case CLOSED -> EnumSet.noneOf(ProblemStatus.class);
        };
    }

    /** Nobody works on it any more. */
    public boolean isOver() {
        return this == RESOLVED || this == CLOSED;
    }

    @Override
    public String toString() {
        return word;
    }
}
