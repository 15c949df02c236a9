package com.interspace.ticketing.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tickets. A scope is the set of accounts that the caller may see; empty means all. */
public interface Tickets {

    /** An id that no ticket has had. */
    String nextId();

    void add(Ticket ticket);

    Optional<Ticket> find(String id, Optional<Set<String>> scope);

    /** The same, and nobody else changes the ticket until the transaction ends. */
    Optional<Ticket> take(String id, Optional<Set<String>> scope);

    /** Newest first; at most {@code limit + 1} rows. */
    List<Ticket> list(TicketQuery query);

    long count(TicketQuery query);
}
