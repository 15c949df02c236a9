package com.interspace.escalation.climb;

import java.util.Locale;

/** What a line in the history of a climb tells. */
public enum Outcome {
    /** The ticket came to stand on a level, and the persons there were told. */
    REACHED,
    /** A level was passed over; its persons got a copy. */
    SKIPPED,
    /** The centre stopped the climbing by itself. */
    SUSPENDED,
    /** The centre let it climb again. */
    RESUMED,
    /** The centre took the ticket down, and with that began a new cycle. */
    DE_ESCALATED;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
