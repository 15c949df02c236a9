package com.interspace.rfo.outage;

import java.time.Instant;
import java.util.Set;

/**
 * What one event of a ticket says of the fault from then on.
 *
 * @param status of the ticket, or {@code merged}, which the ticket itself calls cancelled
 * @param impact as the ticket says; may be null
 */
public record ImpactStep(String eventId, String ticketId, long sequence, Instant at, String status, String impact) {

    private static final Set<String> FAULT_GOES_ON = Set.of("acknowledged", "inProgress", "pending", "held");
    private static final Set<String> NO_FAULT_AFTER_ALL = Set.of("cancelled", "rejected");

    /** The service's base function is lost from here on. */
    boolean isDown() {
        return FAULT_GOES_ON.contains(status) && "service-affecting".equals(impact);
    }

    boolean saysThereWasNoFault() {
        return NO_FAULT_AFTER_ALL.contains(status);
    }
}
