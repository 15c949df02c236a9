package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.ticketing.sla.Milestones;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.sla.TicketClocks;
import com.interspace.ticketing.sla.TicketReports;
import com.interspace.ticketing.ticket.History;
import com.interspace.ticketing.ticket.HistoryRow;
import com.interspace.ticketing.ticket.Recorded;
import com.interspace.ticketing.ticket.Reminders;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketId;
import com.interspace.ticketing.ticket.TicketNews;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a ticket is taken from the shelf and put back: taken, nobody else changes it; put back, what happened stands
 * in the history, goes out as events and has its reminders set, all in the caller's transaction.
 */
@ApplicationScoped
public class TicketDesk {

    /** A resolved ticket closes by itself after that (centre's rule). */
    private static final Duration SILENCE_IS_CONSENT = Duration.ofHours(72);

    private final Tickets tickets;
    private final History history;
    private final TicketNews news;
    private final Reminders reminders;
    private final TicketReports reports;
    private final Policies policies;

    @Inject
    TicketDesk(
            Tickets tickets,
            History history,
            TicketNews news,
            Reminders reminders,
            TicketReports reports,
            Policies policies) {
        this.tickets = tickets;
        this.history = history;
        this.news = news;
        this.reminders = reminders;
        this.reports = reports;
        this.policies = policies;
    }

    /**
     * The ticket, for reading.
     *
     * @throws NotFound when it is unknown, misspelt or of an account that the caller may not see
     */
    public Ticket read(String id, Caller caller) {
        if (!TicketId.isValid(id)) {
            throw new NotFound("ticket", id);
        }
        return tickets.find(id, caller.accountScope()).orElseThrow(() -> new NotFound("ticket", id));
    }

    /**
     * The ticket, for changing, with every threshold noted that its clocks have passed until now.
     *
     * @param expectedVersion what the caller believes the version to be; empty when he does not say
     * @throws NotFound as {@link #read}
     * @throws Stale when another version stands
     */
    Ticket take(String id, Caller caller, Optional<Long> expectedVersion, Instant now) {
        return take(id, caller.accountScope(), expectedVersion, now);
    }

    /** The same for somebody who has no token. */
    Ticket take(String id, Optional<Set<String>> scope, Optional<Long> expectedVersion, Instant now) {
        if (!TicketId.isValid(id)) {
            throw new NotFound("ticket", id);
        }
        Ticket ticket = tickets.take(id, scope).orElseThrow(() -> new NotFound("ticket", id));
        expectedVersion.filter(version -> version != ticket.version()).ifPresent(version -> {
            throw new Stale(ticket.version());
        });
        noteCrossings(ticket, now);
        return ticket;
    }

    void noteCrossings(Ticket ticket, Instant now) {
        ticket.noteCrossings(policyOf(ticket), now);
        record(ticket, now).forEach(history::add);
    }

    /** Puts a new ticket on the shelf. What happened is chained to it first, so that it is written once. */
    void open(Ticket ticket, Instant now) {
        List<HistoryRow> rows = record(ticket, now);
        tickets.add(ticket);
        finish(ticket, rows, now);
    }

    /** Puts the ticket back after a change. */
    void put(Ticket ticket, Instant now) {
        finish(ticket, record(ticket, now), now);
    }

    private void finish(Ticket ticket, List<HistoryRow> rows, Instant now) {
        rows.forEach(history::add);
        remind(ticket, now);
        Milestones reached = Milestones.of(ticket.life(), policyOf(ticket));
        if (!reached.isEmpty()) {
            reports.note(ticket, reached);
        }
    }

    public SlaPolicy policyOf(Ticket ticket) {
        return policies.find(ticket.slaPolicyVersion()).orElseThrow();
    }

    private List<HistoryRow> record(Ticket ticket, Instant now) {
        TicketClocks clocks = new TicketClocks(ticket.life(), policyOf(ticket));
        List<HistoryRow> rows = new ArrayList<>();
        for (Recorded recorded : ticket.drain()) {
            rows.add(history.chain(ticket, recorded));
            news.tell(ticket, recorded, clocks, now);
        }
        return rows;
    }

    private void remind(Ticket ticket, Instant now) {
        new TicketClocks(ticket.life(), policyOf(ticket))
                .crossingsAhead(now).stream()
                        .map(TicketClocks.Crossing::at)
                        .min(Instant::compareTo)
                        .ifPresentOrElse(
                                at -> reminders.clockAt(ticket.id(), at), () -> reminders.noClock(ticket.id()));
        if (ticket.status() == Status.RESOLVED) {
            reminders.closeAt(ticket.id(), ticket.resolvedAt().plus(SILENCE_IS_CONSENT));
        } else if (ticket.life().hasBeen(Status.RESOLVED)) {
            reminders.noClose(ticket.id());
        }
    }
}
