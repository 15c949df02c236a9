package com.interspace.ticketing.correspondence;

import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Decides what a mail is to become. A sender counts as himself only when our mail server proved him, or when he
 * answers a message of ours, whose mark nobody can make up, about something that he is a party of. Who knows nothing
 * but the number of a ticket gets nowhere, and hears nothing.
 */
public final class Sorting {

    private static final Pattern TICKET_ID = Pattern.compile("(?<![A-Za-z0-9-])IS-\\d{7}-\\d(?![0-9-])");

    private final Function<String, List<Service>> servicesOf;
    private final Function<String, Optional<Ticket>> ticketOf;
    private final Marks marks;

    /**
     * @param servicesOf the services that have a contact with this address
     * @param ticketOf the ticket with this id
     */
    public Sorting(
            Function<String, List<Service>> servicesOf, Function<String, Optional<Ticket>> ticketOf, Marks marks) {
        this.servicesOf = servicesOf;
        this.ticketOf = ticketOf;
        this.marks = marks;
    }

    public Verdict judge(Mail mail, OwnServer own) {
        Optional<String> automatic = Automatic.sign(mail, own.addresses(), marks);
        if (automatic.isPresent()) {
            return new Verdict.Ignore(automatic.get());
        }
        if (mail.sender() == null) {
            return new Verdict.Quarantine("its sender cannot be told");
        }
        List<Service> known = servicesOf.apply(mail.sender());
        boolean proved = own.authenticationServer()
                .flatMap(server -> AuthenticationResults.of(mail, server))
                .map(results -> results.prove(mail.senderDomain()))
                .orElse(false);
        Optional<Mark> mark = marks.answeredBy(mail);
        Optional<Ticket> ticket = ticketOf(mail, mark);
        Optional<Correspondent> party = ticket.flatMap(about -> party(mail, about, known));
        if (party.isPresent()) {
            boolean marked = mark.filter(Mark::isTicket).isPresent();
            return proved || marked ? answer(party.get(), ticket.get()) : notProved();
        }
        return fresh(mail, mark, known, proved);
    }

    /** The ticket that the mail is about, by its mark or by the number in its subject. */
    private Optional<Ticket> ticketOf(Mail mail, Optional<Mark> mark) {
        return mark.filter(Mark::isTicket)
                .map(Mark::subject)
                .flatMap(this::existing)
                .or(() -> TICKET_ID
                        .matcher(mail.subject())
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .flatMap(this::existing));
    }

    private Optional<Ticket> existing(String id) {
        return TicketId.isValid(id) ? ticketOf.apply(id).map(this::survivor) : Optional.empty();
    }

    /** A merged ticket goes on as the one that it was merged into. */
    private Ticket survivor(Ticket ticket) {
        String into = ticket.joins().mergedInto();
        return into == null ? ticket : ticketOf.apply(into).map(this::survivor).orElse(ticket);
    }

    /** The sender as a party of the ticket: who reported it, or a contact of its account. */
    private static Optional<Correspondent> party(Mail mail, Ticket ticket, List<Service> known) {
        Reporter reporter = ticket.reporter();
        if (mail.sender().equalsIgnoreCase(reporter.email())) {
            return Optional.of(new Correspondent(
                    ticket.account(), reporter.contactId(), reporter.name(), mail.sender(), reporter.phone()));
        }
        return known.stream()
                .filter(service -> service.account().equals(ticket.account()))
                .findFirst()
                .map(service -> correspondent(mail, service));
    }

    private static Verdict answer(Correspondent from, Ticket ticket) {
        return ticket.status().isFinal()
                ? new Verdict.Open(from, ticket.serviceId(), ticket.id())
                : new Verdict.Note(from, ticket.id());
    }

    private static Verdict fresh(Mail mail, Optional<Mark> mark, List<Service> known, boolean proved) {
        if (known.isEmpty()) {
            return new Verdict.Quarantine("its sender is not known");
        }
        Optional<Service> answered =
                mark.filter(about -> !about.isTicket()).flatMap(about -> named(about.subject(), known));
        if (!proved && answered.isEmpty()) {
            return notProved();
        }
        Optional<Service> service =
                answered.or(() -> named(StructuredBody.of(mail.message()).serviceId(), known));
        if (service.isEmpty() && known.stream().map(Service::account).distinct().count() > 1) {
            return new Verdict.Quarantine("its sender is a contact of several customers and names no service");
        }
        return new Verdict.Open(
                correspondent(mail, service.orElse(known.get(0))),
                service.map(Service::id).orElse(null),
                null);
    }

    private static Optional<Service> named(String serviceId, List<Service> known) {
        return known.stream()
                .filter(service -> service.id().equalsIgnoreCase(serviceId))
                .findFirst();
    }

    private static Verdict notProved() {
        return new Verdict.Quarantine("nothing proves that it comes from its sender");
    }

    private static Correspondent correspondent(Mail mail, Service service) {
        Contact contact = service.contacts().byEmail(mail.sender()).orElseThrow();
        return new Correspondent(
                service.account(), contact.contactId(), contact.name(), contact.email(), contact.phone());
    }
}
