package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody takes a ticket to another status: the centre works on it, the customer confirms, refuses or cancels. */
@ApplicationScoped
public class MoveTicket {

    private final TicketDesk desk;
    private final CarryToChildren children;
    private final InstantSource time;

    @Inject
    MoveTicket(TicketDesk desk, CarryToChildren children, InstantSource time) {
        this.desk = desk;
        this.children = children;
        this.time = time;
    }

    /** @param party whom or what a held ticket waits for; otherwise ignored */
    @Transactional
    public Ticket move(
            String id,
            Status to,
            String reason,
            String party,
            String resolution,
            Optional<Long> expectedVersion,
            Caller caller) {
        Instant now = time.instant();
        Ticket ticket = desk.take(id, caller, expectedVersion, now);
        ticket.transition(
                to,
                Actors.of(caller),
                Actors.channelOf(caller),
                Text.readable(reason),
                Text.oneLine(party),
                Text.readable(resolution),
                now);
        if (to == Status.RESOLVED) {
            children.resolved(ticket, now);
        }
        desk.put(ticket, now);
        return ticket;
    }
}
