package com.interspace.ticketing.ticket;

import com.interspace.ticketing.sla.TicketClocks;
import java.time.Instant;

/** Tells the other services what happened; the word goes out if the transaction commits. */
public interface TicketNews {

    void tell(Ticket ticket, Recorded recorded, TicketClocks clocks, Instant now);
}
