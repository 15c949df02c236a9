package com.interspace.ticketing.usecase;

import com.interspace.ticketing.intake.Languages;
import com.interspace.ticketing.intake.ReportDigest;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.ExternalIdTaken;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Opening;
import com.interspace.ticketing.ticket.Register;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What all doors share once a report has been read: one model, one way to become a ticket. */
@ApplicationScoped
class Intake {

    private final Tickets tickets;
    private final KeepService shelf;
    private final TicketDesk desk;
    private final Register register;
    private final Languages languages;

    @Inject
    Intake(Tickets tickets, KeepService shelf, TicketDesk desk, Register register, Languages languages) {
        this.tickets = tickets;
        this.shelf = shelf;
        this.desk = desk;
        this.register = register;
        this.languages = languages;
    }

    /**
     * The ticket that the account has already opened with this report's external id.
     *
     * @throws ExternalIdTaken when that was another report
     */
    Optional<Ticket> alreadyOpened(String account, ReportForm form) {
        if (isBlank(form.externalId())) {
            return Optional.empty();
        }
        Optional<Ticket> existing = tickets.byExternalId(account, Text.oneLine(form.externalId()));
        existing.filter(ticket -> !ticket.wasReportedAs(ReportDigest.of(form))).ifPresent(ticket -> {
            throw new ExternalIdTaken(ticket);
        });
        return existing;
    }

    /** Opens the ticket; whoever reported it is a contact of the service from now on. */
    Ticket open(
            String account,
            Optional<Service> service,
            Reporter said,
            Report report,
            List<Question> questions,
            ReportForm form,
            Actor by,
            Instant now) {
        Reporter reporter = service.map(of -> known(said, of)).orElseGet(() -> named(said));
        service.ifPresent(of -> learn(reporter, of, now));
        Register.Entry entry = register.next(account, report.serviceId(), report.circuitId());
        Opening opening = new Opening(
                account,
                reporter,
                report,
                questions,
                languages.of(words(form)).orElse(null),
                entry.likelyDuplicates(),
                ReportDigest.of(form),
                form.words(),
                by);
        Ticket ticket = Ticket.open(entry.id(), opening, entry.matrix(), entry.policy(), now);
        desk.open(ticket, now);
        return ticket;
    }

    /** Somebody who reported a fault without being known becomes a contact of the service. */
    void learn(Reporter reporter, Service service, Instant now) {
        if (service.contacts().byId(reporter.contactId()).isEmpty()) {
            Contact contact =
                    Contact.reporter(reporter.contactId(), reporter.name(), reporter.email(), reporter.phone());
            shelf.learn(service.id(), contact, now);
        }
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
                .orElseGet(() -> named(said));
    }

    private static Reporter named(Reporter said) {
        return new Reporter(
                isBlank(said.contactId()) ? UUID.randomUUID().toString() : said.contactId(),
                Text.oneLine(said.name()),
                Text.oneLine(said.email()),
                Text.oneLine(said.phone()));
    }

    private static String words(ReportForm form) {
        return Objects.toString(form.summary(), "") + "\n" + Objects.toString(form.description(), "");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
