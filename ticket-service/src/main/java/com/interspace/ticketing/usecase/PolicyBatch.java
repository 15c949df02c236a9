package com.interspace.ticketing.usecase;

import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One transaction's worth of {@link ApplyPolicy}. */
@ApplicationScoped
class PolicyBatch {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final InstantSource time;

    @Inject
    PolicyBatch(Tickets tickets, TicketDesk desk, InstantSource time) {
        this.tickets = tickets;
        this.desk = desk;
        this.time = time;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int apply(SlaPolicy policy, List<String> ids, String reason, Actor by) {
        Instant now = time.instant();
        int applied = 0;
        for (String id : ids) {
            Optional<Ticket> open = tickets.take(id, Optional.empty())
                    .filter(ticket -> ticket.slaPolicyVersion() != policy.version())
                    .filter(ticket -> !ticket.status().isFinal() && ticket.status() != Status.RESOLVED);
            if (open.isPresent()) {
                Ticket ticket = open.get();
                desk.noteCrossings(ticket, now);
                ticket.apply(policy, reason, by, now);
                desk.put(ticket, now);
                applied++;
            }
        }
        return applied;
    }
}
