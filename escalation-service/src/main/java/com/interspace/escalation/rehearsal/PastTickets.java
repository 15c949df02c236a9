package com.interspace.escalation.rehearsal;

import java.time.Instant;
import java.util.List;

/** What was told of tickets, and how they climbed. */
public interface PastTickets {

    void keep(TicketNews news);

    /**
     * The tickets of a service that were opened in a period, the newest first.
     *
     * @param to the first instant after it
     * @param most how many at most
     */
    List<PastTicket> openedBetween(String serviceId, Instant from, Instant to, int most);
}
