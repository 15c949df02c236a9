package com.interspace.ticketing.sla;

import com.interspace.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions of the policy. */
public interface Policies {

    SlaPolicy current();

    Optional<SlaPolicy> find(int version);

    /** Newest first. */
    List<SlaPolicy> all();

    /**
     * The next version; nobody else adds one until the transaction ends.
     *
     * @return the current one when that says the same
     */
    SlaPolicy add(SlaPolicy policy, Actor by, Instant at);
}
