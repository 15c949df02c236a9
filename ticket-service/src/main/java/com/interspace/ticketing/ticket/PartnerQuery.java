package com.interspace.ticketing.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a partner's system looks for: TMF621 pages by offset and filters by exact values.
 *
 * @param scope the accounts that the caller may see; empty means all
 * @param exactly the attributes that have to have exactly these values
 * @param offset how many to leave out, newest first
 */
public record PartnerQuery(Optional<Set<String>> scope, Map<Attribute, Object> exactly, int offset, int limit) {

    /** What can be asked for; each has an index. */
    public enum Attribute {
        ID("id"),
        EXTERNAL_ID("externalId"),
        STATUS("status"),
        PRIORITY("priority"),
        SEVERITY("severity"),
        TICKET_TYPE("ticketType"),
        IMPACT("impact"),
        SERVICE_ID("relatedEntity.id");

        private final String word;

        Attribute(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
