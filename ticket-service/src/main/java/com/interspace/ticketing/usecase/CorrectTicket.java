package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.ticketing.intake.Corrections;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketFinal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * An agent, with the reporter on the phone, answers for him what the centre has asked, puts right what was reported,
 * and judges impact or urgency anew; the matrix answers with the priority.
 */
@ApplicationScoped
public class CorrectTicket {

    private final TicketDesk desk;
    private final CompleteTicket completeTicket;
    private final Matrices matrices;
    private final InstantSource time;

    @Inject
    CorrectTicket(TicketDesk desk, CompleteTicket completeTicket, Matrices matrices, InstantSource time) {
        this.desk = desk;
        this.completeTicket = completeTicket;
        this.matrices = matrices;
        this.time = time;
    }

    /**
     * Everything or nothing is taken; whatever says what stands already changes nothing.
     *
     * @param said null in every field that stays as it is
     * @param note why; stands in the history
     * @throws Invalid with one violation for each field that is impossible or not to be changed
     * @throws NotFound when the ticket is unknown, or the service that is named is, or is another account's or ended
     * @throws TicketFinal when the ticket has come to its end
     * @throws Stale when another version stands
     */
    @Transactional
    public Ticket correct(
            String ticketId, ReportForm said, String note, Optional<Long> expectedVersion, Caller caller) {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, caller, expectedVersion, now);
        if (ticket.status().isFinal()) {
            throw new TicketFinal(ticket.status());
        }
        Optional<Service> service = completeTicket.service(ticket, said);
        Report right = Corrections.read(ticket.report(), ticket.missing(), said, service, note, now);
        if (ticket.serviceId() == null && said.serviceId() != null && service.isEmpty()) {
            throw new NotFound("service", said.serviceId());
        }
        Actor agent = Actors.of(caller);
        Channel through = Actors.channelOf(caller);
        String why = Text.readable(note);
        completeTicket.complete(ticket, said, why, service, agent, through, now);
        ticket.correct(right, why, agent, through, now);
        ticket.judge(right.impact(), right.urgency(), matrices.current(), why, agent, now);
        desk.put(ticket, now);
        return ticket;
    }
}
