package com.interspace.ticketing.usecase;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.ticketing.intake.LenientReading;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.ExternalIdTaken;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The lenient door, for mail and partners' systems: a known sender always gets a ticket. What he left out, and every
 * impossible value, is asked for ({@link Ticket#missing()}); while something is missing that work cannot begin without,
 * the ticket is pending, judged provisionally as degradation and medium. {@link CompleteTicket} takes the answers;
 * {@link AskAgain} reminds. The strict door is {@link OpenTicket}.
 */
@ApplicationScoped
public class AcceptReport {

    private final Services services;
    private final Intake intake;
    private final AskAgain again;
    private final InstantSource time;

    @Inject
    AcceptReport(Services services, Intake intake, AskAgain again, InstantSource time) {
        this.services = services;
        this.intake = intake;
        this.again = again;
        this.time = time;
    }

    /**
     * Joins the caller's transaction when there is one.
     *
     * @param form as the sender filled it in; every field may be null or nonsense
     * @return the new ticket, or the one that the account has already opened with this external id and these words
     * @throws ExternalIdTaken when the external id belongs to another report of the account
     * @throws Forbidden when the sender belongs to no account
     */
    @Transactional
    public Ticket accept(ReportForm form, Sender sender) {
        Instant now = time.instant();
        Optional<Service> service = service(form.serviceId(), sender);
        String account = service.map(Service::account).orElseGet(() -> accountOf(sender));
        Optional<Ticket> existing = intake.alreadyOpened(account, form);
        if (existing.isPresent()) {
            return existing.get();
        }
        LenientReading.Reading reading = LenientReading.read(form, sender.channel(), service, now);
        Ticket ticket = intake.open(
                account, service, sender.reporter(), reading.report(), reading.questions(), form, sender.actor(), now);
        again.remind(ticket);
        return ticket;
    }

    private Optional<Service> service(String serviceId, Sender sender) {
        return serviceId == null || serviceId.isBlank()
                ? Optional.empty()
                : services.find(serviceId.trim(), sender.scope()).filter(service -> !service.isTerminated());
    }

    /** Without a service to decide it, a sender of several accounts opens in the first of them by name. */
    private static String accountOf(Sender sender) {
        return sender.accounts().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Forbidden("Your token names no account, so that no ticket can be yours."));
    }
}
