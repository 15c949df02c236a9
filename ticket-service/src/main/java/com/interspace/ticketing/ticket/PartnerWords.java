package com.interspace.ticketing.ticket;

import jakarta.persistence.Embeddable;

/**
 * What a partner's system calls things, kept as it said them: they mean something there. From any other door, null.
 *
 * @param severity any word; ours when it is one of our impacts
 * @param ticketType any word
 */
@Embeddable
public record PartnerWords(String severity, String ticketType) {

    public static final PartnerWords NONE = new PartnerWords(null, null);
}
