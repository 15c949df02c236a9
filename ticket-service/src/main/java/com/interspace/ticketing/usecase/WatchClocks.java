package com.interspace.ticketing.usecase;

import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Time passes: clocks reach their thresholds, and resolved tickets that nobody objects to close. */
@ApplicationScoped
public class WatchClocks {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final InstantSource time;

    @Inject
    WatchClocks(Tickets tickets, TicketDesk desk, InstantSource time) {
        this.tickets = tickets;
        this.desk = desk;
        this.time = time;
    }

    @Transactional
    public void thresholdReached(String ticketId) {
        withTicket(ticketId, desk::noteCrossings);
    }

    @Transactional
    public void silenceOver(String ticketId) {
        withTicket(ticketId, Ticket::closeUnopposed);
    }

    private void withTicket(String ticketId, BiConsumer<Ticket, Instant> action) {
        Instant now = time.instant();
        tickets.take(ticketId, Optional.empty()).ifPresent(ticket -> {
            action.accept(ticket, now);
            desk.put(ticket, now);
        });
    }
}
