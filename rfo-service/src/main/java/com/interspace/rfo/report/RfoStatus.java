package com.interspace.rfo.report;

import java.util.EnumSet;
import java.util.Set;

/** Where an RFO stands on its way from the request to the customer; {@code toString()} is the word on the wire. */
public enum RfoStatus {
    DRAFT("draft"),
    IN_REVIEW("inReview"),
    APPROVED("approved"),
    PUBLISHED("published"),
    SUPERSEDED("superseded"),
    WITHDRAWN("withdrawn");

    private final String word;

    RfoStatus(String word) {
        this.word = word;
    }

    /** Where a person may move it from here. */
    public Set<RfoStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_REVIEW, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(DRAFT, APPROVED);
            case APPROVED -> EnumSet.of(PUBLISHED);
            case PUBLISHED, SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(RfoStatus.class);
        };
    }

    /** The customer still waits for it. */
    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW || this == APPROVED;
    }

    /** What the customer got, or once got. */
    public boolean wasPublished() {
        return this == PUBLISHED || this == SUPERSEDED;
    }

    @Override
    public String toString() {
        return word;
    }
}
