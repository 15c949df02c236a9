package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.ticket.DeferralNotPossible;
import com.interspace.ticketing.ticket.Reminders;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Customer and centre agree to let a fault wait until the next business day, or do not. */
@ApplicationScoped
public class DeferTicket {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final BusinessHours hours;
    private final Reminders reminders;
    private final InstantSource time;

    @Inject
    DeferTicket(Tickets tickets, TicketDesk desk, BusinessHours hours, Reminders reminders, InstantSource time) {
        this.tickets = tickets;
        this.desk = desk;
        this.hours = hours;
        this.reminders = reminders;
        this.time = time;
    }

    /**
     * @throws NotFound when the ticket is unknown or of another account
     * @throws DeferralNotPossible with the reason
     */
    @Transactional
    public Ticket propose(String ticketId, String reason, Optional<Long> expectedVersion, Caller caller) {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, caller, expectedVersion, now);
        ticket.proposeDeferral(
                Text.readable(reason), hours.of(ticket), Actors.of(caller), Actors.channelOf(caller), now);
        reminders.deferralAt(ticket.id(), ticket.deferral().until());
        desk.put(ticket, now);
        return ticket;
    }

    /**
     * @throws NotFound when the ticket is unknown or of another account
     * @throws DeferralNotPossible when nothing is proposed, or by this side itself
     */
    @Transactional
    public Ticket answer(String ticketId, boolean accept, Optional<Long> expectedVersion, Caller caller) {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, caller, expectedVersion, now);
        ticket.businessDayBegins(now);
        ticket.answerDeferral(accept, Actors.of(caller), Actors.channelOf(caller), now);
        desk.put(ticket, now);
        return ticket;
    }

    /** The next business day begins for the ticket. */
    @Transactional
    public void businessDayBegins(String ticketId) {
        Instant now = time.instant();
        tickets.take(ticketId, Optional.empty()).ifPresent(ticket -> {
            desk.noteCrossings(ticket, now);
            ticket.businessDayBegins(now);
            desk.put(ticket, now);
        });
    }
}
