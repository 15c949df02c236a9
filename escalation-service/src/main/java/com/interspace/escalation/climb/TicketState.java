package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Priority;
import java.time.Instant;

/**
 * What ticket-service says of a ticket.
 *
 * @param serviceId null while it is not known which service is meant
 * @param at when this became so
 * @param sequence the ticket's version
 */
public record TicketState(
        String ticketId,
        String account,
        String serviceId,
        String status,
        Priority priority,
        Instant createdAt,
        Age age,
        Instant at,
        long sequence) {}
