package com.interspace.escalation.climb;

import java.util.Locale;

/** Why a ticket came to a level. */
public enum Cause {
    AGE,
    BREACH,
    CUSTOMER,
    CENTRE;

    /** Whether somebody asked for it or ordered it. */
    public boolean isByHand() {
        return this == CUSTOMER || this == CENTRE;
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
