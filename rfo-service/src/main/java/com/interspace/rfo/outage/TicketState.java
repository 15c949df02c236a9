package com.interspace.rfo.outage;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Set;

/**
 * What the newest event of a ticket said of it; replaced whole, never patched. Words are those of the ticket events.
 *
 * @param account may be null while the centre does not know whose ticket it is
 * @param serviceId may be null while the customer has not named a service
 * @param highestPriority the highest priority within the current cycle, which is the resolved one once it is resolved
 * @param reporterContact a contact of the service, by id; may be null
 * @param responseTarget how the clock stands: running, paused, met or breached; may be null
 * @param repairTarget as {@code responseTarget}
 * @param cycle 1 at the opening, one more with each reopening
 */
@Embeddable
public record TicketState(
        String account,
        String serviceId,
        String status,
        String highestPriority,
        String impact,
        String summary,
        String channel,
        String circuitId,
        String reporterContact,
        Instant problemStart,
        Instant createdAt,
        Instant resolvedAt,
        String resolution,
        String responseTarget,
        String repairTarget,
        int cycle) {

    private static final Set<String> OVER = Set.of("resolved", "closed");
    private static final Set<String> SEVERE = Set.of("critical", "major");

    /** Resolved or closed; a cancelled or rejected ticket was never an outage that ended. */
    public boolean isOver() {
        return OVER.contains(status);
    }

    /** Critical or major at its worst in this cycle. */
    public boolean wasSevere() {
        return SEVERE.contains(highestPriority);
    }

    /** When the fault began, or when we heard of it if nobody said. */
    public Instant began() {
        return problemStart == null ? createdAt : problemStart;
    }
}
