package com.interspace.escalation.climb;

import java.util.Locale;

/** Why a customer asks for the next level. */
public enum Reason {
    PROGRESS(SlaClock.UPDATE),
    RESPONSE_OVERDUE(SlaClock.RESPONSE),
    REPAIR_OVERDUE(SlaClock.REPAIR);

    private final SlaClock clock;

    Reason(SlaClock clock) {
        this.clock = clock;
    }

    /** The clock whose breach confirms what the customer says. */
    public SlaClock clock() {
        return clock;
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
