package com.interspace.rfo.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When services were down, and what was told of it. */
public interface Downtimes {

    /** Keeps the step; a step of the same event that is there already stands as it is. */
    void keep(ImpactStep step);

    /** By sequence, then event id: always the same order for the same steps. */
    List<ImpactStep> stepsOf(String ticketId);

    /** Those of a ticket that has none yet. */
    void add(List<Downtime> downtimes);

    /** The downtimes of a ticket are these and no others. */
    void replace(String ticketId, List<Downtime> downtimes);

    /**
     * Those of which some lies within {@code [from, to)}.
     *
     * @param accounts empty = of all accounts
     */
    List<Downtime> within(Instant from, Instant to, Optional<Set<String>> accounts);
}
