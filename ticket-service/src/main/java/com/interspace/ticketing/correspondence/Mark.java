package com.interspace.ticketing.correspondence;

/**
 * What a message of ours was about, as its signed Message-ID says.
 *
 * @param kind ticket or service
 * @param subject the ticket's or the service's id
 */
public record Mark(String kind, String subject) {

    public boolean isTicket() {
        return kind.equals("ticket");
    }
}
