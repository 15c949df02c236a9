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
 * @param parentId children of that ticket; of another account's only for those who see all
 * @param words to be found in id, summary, description, service, circuit or external id, as in a web search
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
        String parentId,
        Instant createdFrom,
        Instant createdTo,
        String words,
        Sort sort,
        Position after,
        int limit) {

    /** The orders that there are; each has an index. */
    public enum Sort {
        NEWEST("newest"),
        OLDEST("oldest"),
        /** Highest first, within a priority the newest. */
        PRIORITY("priority");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** A place in the list; the priority counts only when sorted by it. */
    public record Position(Priority priority, Instant createdAt, String id) {

        public static Position of(Ticket ticket) {
            return new Position(ticket.priority(), ticket.createdAt(), ticket.id());
        }
    }
}
