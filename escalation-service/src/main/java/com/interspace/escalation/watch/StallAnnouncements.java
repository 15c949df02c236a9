package com.interspace.escalation.watch;

import java.time.Instant;

/** Tells the other services that escalation stood still, in the transaction that notes it. */
public interface StallAnnouncements {

    /** @param number of the stall, one more each time */
    void stalled(Stall stall, long number, Instant seenAt);
}
