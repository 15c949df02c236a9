package com.interspace.ticketing.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tickets as partners' systems page through them. */
public interface PartnerTickets {

    /** Newest first. */
    List<Ticket> page(PartnerQuery query);

    long count(PartnerQuery query);

    /** The public notes of several tickets, oldest first, by ticket id. */
    Map<String, List<Note>> publicNotes(Collection<String> ticketIds);
}
