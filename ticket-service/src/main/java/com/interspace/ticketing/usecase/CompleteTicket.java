package com.interspace.ticketing.usecase;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.ticketing.intake.Answers;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Completion;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketFinal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The reporter answers what the centre asked him; when nothing holds the work up any longer, it begins. */
@ApplicationScoped
public class CompleteTicket {

    private final TicketDesk desk;
    private final Services services;
    private final Intake intake;
    private final Matrices matrices;
    private final InstantSource time;

    @Inject
    CompleteTicket(TicketDesk desk, Services services, Intake intake, Matrices matrices, InstantSource time) {
        this.desk = desk;
        this.services = services;
        this.intake = intake;
        this.matrices = matrices;
        this.time = time;
    }

    /**
     * For callers who can correct themselves at once: everything or nothing is taken.
     *
     * @param answers null in every field that is not answered
     * @throws Invalid with one violation for each field that was not asked for or is impossible
     * @throws NotFound when the ticket, or the service that is named, is unknown or of another account
     * @throws Forbidden when nothing is missing
     * @throws TicketFinal when the ticket has come to its end
     * @throws Stale when another version stands
     */
    @Transactional
    public Ticket strictly(String ticketId, ReportForm answers, Optional<Long> expectedVersion, Sender sender) {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, sender.scope(), expectedVersion, now);
        if (ticket.status().isFinal()) {
            throw new TicketFinal(ticket.status());
        }
        if (ticket.missing().isEmpty()) {
            throw new Forbidden(
                    "Nothing is missing from this ticket, and only the centre judges; write a note instead.");
        }
        Optional<Service> service = service(ticket, answers);
        Answers.checkStrictly(ticket.missing(), answers, service, now);
        if (answers.serviceId() != null && service.isEmpty()) {
            throw new NotFound("service", answers.serviceId());
        }
        complete(ticket, answers, null, service, sender.actor(), sender.channel(), now);
        desk.put(ticket, now);
        return ticket;
    }

    /**
     * For mail and TMF621: takes what is usable, leaves what is not as a question, ignores what was not asked for.
     * Nothing happens when nothing is missing. Joins the caller's transaction when there is one.
     *
     * @throws NotFound when the ticket is unknown or of another account
     * @throws TicketFinal when the ticket has come to its end
     */
    @Transactional
    public Ticket leniently(String ticketId, ReportForm answers, Sender sender) {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, sender.scope(), Optional.empty(), now);
        complete(ticket, answers, null, service(ticket, answers), sender.actor(), sender.channel(), now);
        desk.put(ticket, now);
        return ticket;
    }

    /** Takes what is asked for and usable. */
    void complete(
            Ticket ticket,
            ReportForm answers,
            String note,
            Optional<Service> service,
            Actor by,
            Channel through,
            Instant now) {
        boolean hadNoService = ticket.serviceId() == null;
        Completion completion = Answers.read(ticket.report(), ticket.missing(), answers, service, now);
        ticket.complete(completion, note, matrices.current(), by, through, now);
        if (hadNoService && ticket.serviceId() != null) {
            service.ifPresent(of -> intake.learn(ticket.reporter(), of, now));
        }
    }

    /** The ticket's service, else the one that the answer names; only one of the ticket's own account, not ended. */
    Optional<Service> service(Ticket ticket, ReportForm answers) {
        return Optional.ofNullable(ticket.serviceId())
                .or(() -> Optional.ofNullable(answers.serviceId()).map(String::trim))
                .flatMap(serviceId -> services.find(serviceId, Optional.of(Set.of(ticket.account()))))
                .filter(service -> !service.isTerminated());
    }
}
