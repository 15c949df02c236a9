package com.interspace.notification.audience;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who is told of a notice, as far as is known now: a pure function of the notice, its ticket and its service. Each
 * person stands in it once, however many audiences he belongs to. A customer is named only from the contacts of a
 * service of the very account that the notice is about.
 */
public final class Gathering {

    private final Notice notice;
    private final Service service;
    private final Ticket ticket;
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private Gathering(Notice notice, Service service, Ticket ticket) {
        this.notice = notice;
        this.service = service;
        this.ticket = ticket;
    }

    /** @param service null when it has not arrived yet or there is none; so with the ticket */
    public static Gathering of(Notice notice, Service service, Ticket ticket) {
        Gathering gathering = new Gathering(notice, service, ticket);
        notice.occasion().told().forEach(gathering::invite);
        return gathering;
    }

    public List<Recipient> recipients() {
        return List.copyOf(recipients.values());
    }

    /** What has not arrived yet, in words; empty when everybody is named. */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    private void invite(Audience audience) {
        switch (audience) {
            case REPORTER -> inviteReporter();
            case REQUESTER -> inviteContact(notice.facts().word("requestedBy"));
            case SERVICE_CONTACTS -> inviteAll(knowsService() ? service.contacts() : List.of());
            case ESCALATION_CONTACTS -> inviteAll(knowsService() ? service.escalationContacts() : List.of());
            case LEVEL_PERSONS -> inviteTeam();
        }
    }

    private void inviteReporter() {
        if (knowsTicket()) {
            inviteContact(ticket.reporterContactId());
        }
    }

    private void inviteContact(String contactId) {
        if (contactId == null || !knowsTicket() || !knowsService()) {
            return;
        }
        service.contact(contactId)
                .ifPresentOrElse(
                        contact -> inviteAll(List.of(contact)),
                        () -> missing.add("contact " + contactId + " of service " + service.serviceId()));
    }

    private void inviteTeam() {
        if (!knowsTicket()) {
            return;
        }
        notice.facts().persons().stream()
                .filter(person -> Recipient.isAddress(person.email()))
                .map(Recipient::of)
                .forEach(this::add);
    }

    private void inviteAll(List<Contact> contacts) {
        contacts.stream()
                .filter(contact -> Recipient.isAddress(contact.email()))
                .filter(contact ->
                        !(notice.occasion().isKnownToItsCause() && notice.by().is(contact)))
                .map(Recipient::of)
                .forEach(this::add);
    }

    private void add(Recipient recipient) {
        recipients.putIfAbsent(recipient.key(), recipient);
    }

    private boolean knowsTicket() {
        if (ticket != null) {
            return true;
        }
        missing.add("ticket " + notice.ticketId());
        return false;
    }

    private boolean knowsService() {
        if (service != null && Objects.equals(service.account(), notice.account())) {
            return true;
        }
        missing.add("service " + notice.serviceId() + " of account " + notice.account());
        return false;
    }
}
