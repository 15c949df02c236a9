package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for. Null components do not filter.
 *
 * @param scope the accounts that the caller may see; empty means all
 * @param after the last ticket of the page before
 */
public record TicketQuery(
        Optional<Set<String>> scope,
        Status status,
        Priority priority,
        Impact impact,
        String serviceId,
        String account,
        Channel channel,
        Task task,
        String externalId,
        Instant createdFrom,
        Instant createdTo,
        Position after,
        int limit) {

    /** A place in the list, newest first. */
    public record Position(Instant createdAt, String id) {}
}
