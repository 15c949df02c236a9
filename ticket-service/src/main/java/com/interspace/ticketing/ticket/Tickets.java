package com.interspace.ticketing.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tickets. A scope is the set of accounts that the caller may see; empty means all. */
public interface Tickets {

    void add(Ticket ticket);

    Optional<Ticket> find(String id, Optional<Set<String>> scope);

    /** The same, and nobody else changes the ticket until the transaction ends. */
    Optional<Ticket> take(String id, Optional<Set<String>> scope);

    /**
     * The ticket that the account has opened with this external id. Nobody else opens one with it until the
     * transaction ends.
     */
    Optional<Ticket> byExternalId(String account, String externalId);

    /** Open tickets by id, beginning after that one ("" for the first). */
    List<String> openAfter(String id, int limit);

    /** The ids of the open tickets that are children of this one. */
    List<String> openChildren(String parentId);

    boolean hasChildren(String id);

    /** Newest first; at most {@code limit + 1} rows. */
    List<Ticket> list(TicketQuery query);

    long count(TicketQuery query);
}
