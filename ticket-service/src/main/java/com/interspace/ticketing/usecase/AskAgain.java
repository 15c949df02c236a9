package com.interspace.ticketing.usecase;

import com.interspace.ticketing.ticket.Reminders;
import com.interspace.ticketing.ticket.Task;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Missing information does not come: the reporter is reminded, then an agent has to do something about it. */
@ApplicationScoped
public class AskAgain {

    /** Business days after the first asking (centre's rule). */
    private static final int REMINDER = 2;

    private static final int AGENTS_TASK = 5;

    private final Tickets tickets;
    private final BusinessHours hours;
    private final TicketDesk desk;
    private final Reminders reminders;
    private final InstantSource time;

    @Inject
    AskAgain(Tickets tickets, BusinessHours hours, TicketDesk desk, Reminders reminders, InstantSource time) {
        this.tickets = tickets;
        this.hours = hours;
        this.desk = desk;
        this.reminders = reminders;
        this.time = time;
    }

    /** The time to remind, or to leave it to an agent, has come; whether that is still wanted is looked at now. */
    @Transactional
    public void due(String ticketId) {
        Instant now = time.instant();
        tickets.take(ticketId, Optional.empty())
                .filter(Ticket::waitsForInformation)
                .ifPresent(ticket -> {
                    if (ticket.missing().asks() == 1) {
                        ticket.askAgain(now);
                        remind(ticket);
                    } else {
                        ticket.needs(Task.MISSING_INFORMATION);
                    }
                    desk.put(ticket, now);
                });
    }

    void remind(Ticket ticket) {
        if (ticket.waitsForInformation()) {
            int days = ticket.missing().asks() == 1 ? REMINDER : AGENTS_TASK;
            reminders.informationAt(
                    ticket.id(),
                    hours.of(ticket).plusBusinessDays(ticket.missing().askedAt(), days));
        }
    }
}
