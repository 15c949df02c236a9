package com.interspace.escalation.climb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The climbs of all tickets, and their histories. */
public interface Climbs {

    /** From now on it is there, as it is; one that was there already stays. */
    void keep(Climb climb);

    /** @param accounts the accounts that may be seen; empty = all */
    Optional<Climb> find(String ticketId, Optional<Set<String>> accounts);

    /** Nobody else moves it until the transaction ends; waits for whoever is moving it now. */
    Optional<Climb> locked(String ticketId, Optional<Set<String>> accounts);

    /** As {@link #locked}, for many at once, and without those that somebody else is moving now instead of waiting. */
    List<Climb> lockedIfFree(Collection<String> ticketIds);

    /** The tickets of a service that were recorded before the service was known. */
    List<String> waitingFor(String serviceId);

    void add(Step step);

    /** How a level was last reached, in whichever cycle. */
    Optional<Step> newestReached(String ticketId, int level);

    /** Everything that happened to it, oldest first. */
    List<Step> history(String ticketId);
}
