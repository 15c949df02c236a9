package com.interspace.rfo.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All tickets as the analysis counts them. No question costs more the longer the history is. */
public interface Incidents {

    /**
     * Tickets in the window and in the history before it.
     *
     * @param recordsBegin when the oldest ticket was opened that is known at all, of whichever subject; null = none is known
     */
    record Faults(long recent, long earlier, Instant recordsBegin) {}

    /** Nobody else may lock or change it until the transaction ends. */
    Optional<Incident> locked(String ticketId);

    /** From now on it is there, as it is; one that was there already stays. */
    void keep(Incident incident);

    Optional<Placement> placementOf(String serviceId);

    /** As {@link #placementOf}, and nobody else may lock or change it until the transaction ends. */
    Optional<Placement> lockedPlacementOf(String serviceId);

    void add(Placement placement);

    /** Tickets that came before their service was heard of, oldest first. */
    List<Incident> unplacedOf(String serviceId);

    /** From here to the end of the transaction nobody else analyses one of these. */
    void lock(List<Subject> subjects);

    /** One ticket more (or, with -1, less) of each subject, all of them locked, on this day (UTC). */
    void tally(List<Subject> subjects, LocalDate day, int more);

    /** The days are UTC; the window is (windowStart..today), the history (historyStart..day before windowStart). */
    Faults faults(Subject subject, LocalDate historyStart, LocalDate windowStart, LocalDate today);

    /** What counts of a service or circuit from one instant up to another, oldest first, the newest so many. */
    List<Incident> countedOf(Subject subject, Instant from, Instant before, int most);

    /** The same, without those on which the finding rests already. */
    List<Incident> countedBeyond(UUID findingId, Subject subject, Instant from, Instant before, int most);

    /**
     * What counts between these instants, shares its node, site or upstream with this one, which is among them, and no
     * common cause explains; oldest first.
     */
    List<Incident> unexplained(Incident near, Instant from, Instant to);

    void explain(Collection<String> ticketIds, UUID findingId);

    /** What these tickets are about; those that are unknown are left out. */
    List<Incident> of(Set<String> ticketIds);
}
