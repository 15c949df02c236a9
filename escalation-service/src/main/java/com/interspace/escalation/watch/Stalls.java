package com.interspace.escalation.watch;

import java.time.Instant;
import java.util.Optional;

/** Every stall that was ever seen, by whichever process; at most one is not over. */
public interface Stalls {

    /** Notes the stall unless one is noted already; the number of it if it is new. */
    Optional<Long> open(Stall stall, Instant now);

    /** Notes that what is noted is over. */
    void close(Instant now);
}
