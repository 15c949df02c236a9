package com.interspace.ticketing.ticket;

import java.time.Instant;

/**
 * Something that happened to a ticket, ready to be put on record.
 *
 * @param sequence the ticket's version after it; also its number in the history
 */
public record Recorded(long sequence, Instant at, Actor by, Channel channel, TicketEvent event) {}
