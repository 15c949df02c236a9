package com.interspace.ticketing.adapter.email;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceProfile;
import com.interspace.ticketing.sla.Desk;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Opening;
import com.interspace.ticketing.ticket.PartnerWords;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The services and tickets that the mails of the corpus are about. */
final class CorpusDesk {

    private static final Instant NOW = Instant.parse("2026-03-03T08:10:00Z");
    private static final Actor AGENT = new Actor("agent", "Alice Agent", "centre");

    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Ticket> tickets = new HashMap<>();

    CorpusDesk() {
        Contact anna = contact("anna", "anna@acme.example");
        Contact boris = contact("boris", "boris@globex.example");
        Contact carl = contact("carl", "carl@consult.example");
        add(service("IS-DIA-0001", "ACME", anna, carl));
        add(service("IS-IPT-0002", "ACME", anna, contact("ivan", "ivan@acme.example")));
        add(service("IS-ETH-0101", "GLOBEX", boris, carl));
        add(ticket(1000042, "ACME", "anna@acme.example"));
        Ticket closed = ticket(1000043, "ACME", "anna@acme.example");
        closed.transition(Status.RESOLVED, AGENT, null, null, "Spliced.", NOW);
        closed.transition(Status.CLOSED, AGENT, null, null, null, NOW);
        add(closed);
        add(ticket(1000044, "GLOBEX", "boris@globex.example"));
        Ticket cancelled = ticket(1000045, "ACME", "anna@acme.example");
        cancelled.transition(Status.CANCELLED, AGENT, null, "not needed", null, NOW);
        add(cancelled);
        Ticket merged = ticket(1000046, "ACME", "anna@acme.example");
        Ticket survivor = ticket(1000047, "ACME", "anna@acme.example");
        merged.mergeInto(survivor, false, AGENT, NOW);
        add(merged);
        add(survivor);
    }

    private static Contact contact(String id, String email) {
        return new Contact(id, id, email, null, List.of("technical"));
    }

    private static Service service(String id, String account, Contact... contacts) {
        ServiceProfile profile = new ServiceProfile(
                account,
                "dia",
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                "Europe/Sofia",
                "BG",
                false,
                List.of(contacts));
        return Service.activate(id, profile, "provisioning", NOW);
    }

    private static Ticket ticket(long number, String account, String reporter) {
        Report report = new Report(
                Channel.PANEL,
                null,
                NOW,
                "No traffic",
                null,
                Impact.DEGRADATION,
                Urgency.MEDIUM,
                null,
                null,
                null,
                List.of(),
                null);
        Opening opening = new Opening(
                account,
                new Reporter(reporter, reporter, reporter, null),
                report,
                List.of(),
                null,
                List.of(),
                "",
                PartnerWords.NONE,
                AGENT);
        return Ticket.open(TicketId.of(number), opening, Desk.MATRIX, Desk.POLICY, NOW);
    }

    List<Service> ofContact(String email) {
        return services.values().stream()
                .filter(service -> service.contacts().byEmail(email).isPresent())
                .toList();
    }

    Optional<Ticket> ticket(String id) {
        return Optional.ofNullable(tickets.get(id));
    }

    private void add(Service service) {
        services.put(service.id(), service);
    }

    private void add(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
    }
}
