package com.interspace.escalation.climb;

import java.util.Locale;

/** Why a ticket came to a level. */
public enum Cause {
    AGE,
    BREACH,
    CUSTOMER,
    CENTRE;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
