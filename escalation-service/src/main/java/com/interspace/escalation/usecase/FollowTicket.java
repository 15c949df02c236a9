package com.interspace.escalation.usecase;

import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import com.interspace.escalation.climb.SlaClock;
import com.interspace.escalation.climb.TicketState;
import com.interspace.escalation.matrix.Services;
import com.interspace.escalation.rehearsal.PastTickets;
import com.interspace.escalation.rehearsal.TicketNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Ticket-service tells of a ticket. Nothing climbs here; the timer is set, and climbing is done when it fires. */
@ApplicationScoped
public class FollowTicket {

    private final Climbs climbs;
    private final PastTickets pastTickets;
    private final Services services;
    private final KeepClimbing keepClimbing;

    @Inject
    FollowTicket(Climbs climbs, PastTickets pastTickets, Services services, KeepClimbing keepClimbing) {
        this.climbs = climbs;
        this.pastTickets = pastTickets;
        this.services = services;
        this.keepClimbing = keepClimbing;
    }

    @Transactional
    public void follow(TicketState ticket) {
        goOn(climbOf(ticket, TicketNews.of(ticket)));
    }

    /**
     * A target was missed. It counts however late it is told.
     *
     * @param cycle the cycle in which it was missed
     * @param due when it was missed
     */
    @Transactional
    public void breached(TicketState ticket, int cycle, SlaClock clock, Instant due) {
        Climb climb = climbOf(ticket, TicketNews.of(ticket, cycle, clock, due));
        climb.breached(cycle, clock, ticket.age().at(due));
        goOn(climb);
    }

    /** A new one is written down when all is known of it, and once. */
    private void goOn(Climb climb) {
        keepClimbing.goOn(climb);
        climbs.keep(climb);
    }

    private Climb climbOf(TicketState ticket, TicketNews news) {
        if (ticket.serviceId() != null) {
            // Or else a ticket and its service, arriving at the same moment, would miss each other for ever.
            services.keepNewsOut(ticket.serviceId());
        }
        Optional<Climb> known = climbs.locked(ticket.ticketId(), Optional.empty());
        if (news.tellsOfMiss() || known.filter(climb -> climb.isKnown(ticket)).isEmpty()) {
            pastTickets.keep(news);
        }
        known.ifPresent(climb -> climb.follow(ticket));
        return known.orElseGet(() -> Climb.of(ticket));
    }
}
