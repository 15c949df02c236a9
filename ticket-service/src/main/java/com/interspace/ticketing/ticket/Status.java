package com.interspace.ticketing.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands, in the words of TMF621, and where it may go from there. */
public enum Status {
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("inProgress"),
    /** Waiting for the customer, or deferred. */
    PENDING("pending"),
    /** Waiting for a third party or for spare parts. */
    HELD("held"),
    RESOLVED("resolved"),
    REJECTED("rejected"),
    CLOSED("closed"),
    CANCELLED("cancelled");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The statuses that people may choose next; empty for a final one. */
    public Set<Status> next() {
        return switch (this) {
            case ACKNOWLEDGED -> EnumSet.of(IN_PROGRESS, PENDING, HELD, RESOLVED, REJECTED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(PENDING, HELD, RESOLVED, CANCELLED);
            case PENDING -> EnumSet.of(IN_PROGRESS, HELD, RESOLVED, REJECTED, CANCELLED);
            case HELD -> EnumSet.of(IN_PROGRESS, PENDING, RESOLVED, CANCELLED);
            case RESOLVED -> EnumSet.of(CLOSED, IN_PROGRESS);
            case REJECTED, CLOSED, CANCELLED -> EnumSet.noneOf(Status.class);
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /** Whether the repair, update and age clocks stand still here. Held pauses nothing: the centre still owes. */
    public boolean pausesRepair() {
        return this == PENDING || this == RESOLVED || isFinal();
    }

    public static Status of(String word) {
        for (Status candidate : values()) {
            if (candidate.word.equals(word)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No status is called " + word);
    }

    @Override
    public String toString() {
        return word;
    }
}
