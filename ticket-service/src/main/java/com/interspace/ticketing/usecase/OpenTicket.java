package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.intake.StrictReading;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceTerminated;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A customer reports a fault in the panel, or an agent does so for somebody on the phone. */
@ApplicationScoped
public class OpenTicket {

    /** @param reporter who is calling, when an agent opens the ticket on his behalf; otherwise ignored */
    public record Request(ReportForm form, Reporter reporter) {}

    private final Tickets tickets;
    private final Services services;
    private final KeepService shelf;
    private final TicketDesk desk;
    private final InstantSource time;

    @Inject
    OpenTicket(Tickets tickets, Services services, KeepService shelf, TicketDesk desk, InstantSource time) {
        this.tickets = tickets;
        this.services = services;
        this.shelf = shelf;
        this.desk = desk;
        this.time = time;
    }

    /**
     * @throws Invalid with one violation for each missing or impossible field
     * @throws NotFound when the service is unknown or of another account
     * @throws ServiceTerminated when it has ended
     */
    @Transactional
    public Ticket open(Request request, Caller caller) {
        Instant now = time.instant();
        if (caller.isCentre()) {
            checkReporter(request.reporter());
        }
        Report report = StrictReading.read(request.form(), Actors.channelOf(caller), now);
        Service service = services.find(report.serviceId(), caller.accountScope())
                .orElseThrow(() -> new NotFound("service", report.serviceId()));
        if (service.isTerminated()) {
            throw new ServiceTerminated(service.id());
        }
        StrictReading.checkCircuit(report, service);
        Reporter reporter = caller.isCentre()
                ? known(request.reporter(), service)
                : known(new Reporter(caller.id(), caller.name(), caller.email(), null), service);
        Ticket ticket = Ticket.open(
                tickets.nextId(),
                service.account(),
                learned(reporter, service, now),
                report,
                PriorityMatrix.standard(),
                SlaPolicy.standard(),
                Actors.of(caller),
                now);
        tickets.add(ticket);
        desk.put(ticket, now);
        return ticket;
    }

    private static void checkReporter(Reporter reporter) {
        Violations violations = new Violations();
        if (reporter == null) {
            violations.add("reporter", "is required: who is calling, as contactId, or name and phone or email");
        } else if (isBlank(reporter.contactId())) {
            violations.required("reporter.name", reporter.name());
            if (isBlank(reporter.phone()) && isBlank(reporter.email())) {
                violations.add("reporter.phone", "is required when there is no email");
            }
        }
        violations.throwIfAny();
    }

    private static Reporter known(Reporter said, Service service) {
        Optional<Contact> byId = isBlank(said.contactId())
                ? Optional.empty()
                : service.contacts().byId(said.contactId());
        return byId.or(() -> service.contacts().byEmail(said.email()))
                .map(contact -> new Reporter(
                        contact.contactId(),
                        contact.name(),
                        contact.email(),
                        isBlank(said.phone()) ? contact.phone() : Text.oneLine(said.phone())))
                .orElseGet(() -> new Reporter(
                        isBlank(said.contactId()) ? UUID.randomUUID().toString() : said.contactId(),
                        Text.oneLine(said.name()),
                        Text.oneLine(said.email()),
                        Text.oneLine(said.phone())));
    }

    private Reporter learned(Reporter reporter, Service service, Instant now) {
        if (service.contacts().byId(reporter.contactId()).isEmpty()) {
            Contact contact =
                    Contact.reporter(reporter.contactId(), reporter.name(), reporter.email(), reporter.phone());
            shelf.learn(service.id(), contact, now);
        }
        return reporter;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
