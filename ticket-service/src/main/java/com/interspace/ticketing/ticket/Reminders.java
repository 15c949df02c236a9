package com.interspace.ticketing.ticket;

import java.time.Instant;

/** What a ticket wants to be woken for. Each ticket has at most one of each. */
public interface Reminders {

    /** A clock reaches a threshold. */
    void clockAt(String ticketId, Instant at);

    void noClock(String ticketId);

    /** A resolved ticket closes by itself. */
    void closeAt(String ticketId, Instant at);

    void noClose(String ticketId);

    /** Missing information has not been given. */
    void informationAt(String ticketId, Instant at);
}
