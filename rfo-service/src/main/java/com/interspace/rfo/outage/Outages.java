package com.interspace.rfo.outage;

import java.util.Optional;

/** Everything known of tickets. */
public interface Outages {

    Optional<Outage> of(String ticketId);

    /** As {@link #of}, and nobody else may lock or change it until the transaction ends. */
    Optional<Outage> locked(String ticketId);

    void add(Outage outage);
}
