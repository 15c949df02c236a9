package com.interspace.rfo.outage;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * What this service knows of a ticket. It appears with the first event of the ticket that arrives, whichever that is,
 * follows the newest one from then on, and is never worked on here: tickets belong to ticket-service. The rows of its
 * timeline ({@link TimelineRow}) hang on the ticket's id and may be there before it.
 */
@Entity
public class Outage {

    @Id
    private String ticketId;

    @Embedded
    private TicketState state;

    private long sequence;
    private Instant asOf;

    protected Outage() {}

    public Outage(String ticketId, TicketState state, long sequence, Instant asOf) {
        this.ticketId = ticketId;
        this.state = state;
        this.sequence = sequence;
        this.asOf = asOf;
    }

    /** Takes over the state unless a newer one is known already. */
    public void follow(TicketState state, long sequence, Instant asOf) {
        if (sequence > this.sequence) {
            this.state = state;
            this.sequence = sequence;
            this.asOf = asOf;
        }
    }

    public String ticketId() {
        return ticketId;
    }

    public TicketState state() {
        return state;
    }

    /** When the event happened that told the state: nothing later is known. */
    public Instant asOf() {
        return asOf;
    }
}
