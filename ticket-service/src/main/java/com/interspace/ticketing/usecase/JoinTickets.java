package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.ticket.NotJoinable;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The centre sees that tickets belong together: parts of one wider fault, or the same fault reported twice. */
@ApplicationScoped
public class JoinTickets {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final InstantSource time;

    @Inject
    JoinTickets(Tickets tickets, TicketDesk desk, InstantSource time) {
        this.tickets = tickets;
        this.desk = desk;
        this.time = time;
    }

    /**
     * Makes the child a part of the parent's fault; doing it again changes nothing.
     *
     * @return the parent
     * @throws NotFound when one of the two is unknown
     * @throws NotJoinable with the reason
     */
    @Transactional
    public Ticket adopt(String parentId, String childId, Optional<Long> expectedVersion, Caller caller) {
        Instant now = time.instant();
        Pair pair = take(parentId, childId, expectedVersion, caller, now);
        pair.other.adoptedBy(pair.one, tickets.hasChildren(childId), Actors.of(caller), now);
        return put(pair, now);
    }

    /**
     * Cancels the ticket and goes on in the other, of the same account.
     *
     * @return the cancelled one
     * @throws NotFound when one of the two is unknown
     * @throws NotJoinable with the reason
     */
    @Transactional
    public Ticket merge(String ticketId, String intoId, Optional<Long> expectedVersion, Caller caller) {
        Instant now = time.instant();
        Pair pair = take(ticketId, intoId, expectedVersion, caller, now);
        boolean hasOpenChildren = !tickets.openChildren(ticketId).isEmpty();
        pair.one.mergeInto(pair.other, hasOpenChildren, Actors.of(caller), now);
        return put(pair, now);
    }

    private record Pair(Ticket one, Ticket other) {}

    /** Both, locked in the order of their ids, so that two people who join crosswise do not wait for each other. */
    private Pair take(String oneId, String otherId, Optional<Long> expectedVersion, Caller caller, Instant now) {
        if (oneId.compareTo(otherId) <= 0) {
            Ticket one = desk.take(oneId, caller, expectedVersion, now);
            return new Pair(one, desk.take(otherId, caller, Optional.empty(), now));
        }
        Ticket other = desk.take(otherId, caller, Optional.empty(), now);
        return new Pair(desk.take(oneId, caller, expectedVersion, now), other);
    }

    private Ticket put(Pair pair, Instant now) {
        desk.put(pair.other, now);
        desk.put(pair.one, now);
        return pair.one;
    }
}
