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
    private final House house;
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private Gathering(Notice notice, Service service, Ticket ticket, House house) {
        this.notice = notice;
        this.service = service;
        this.ticket = ticket;
        this.house = house;
    }

    /** @param service null when it has not arrived yet or there is none; so with the ticket */
    public static Gathering of(Notice notice, Service service, Ticket ticket, House house) {
        Gathering gathering = new Gathering(notice, service, ticket, house);
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
            case REQUESTER -> inviteContact(notice.facts().word("requestedBy"), audience);
            case WATCHERS -> inviteAll(knowsService() ? service.watchers() : List.of(), audience);
            case SERVICE_CONTACTS -> inviteAll(knowsService() ? service.contacts() : List.of(), audience);
            case ESCALATION_CONTACTS -> inviteAll(knowsService() ? service.escalationContacts() : List.of(), audience);
            case LEVEL_PERSONS -> inviteLevel();
            case OPERATIONS -> inviteOperations();
            case MANAGER -> inviteMailbox("Manager on duty", house.manager(), audience);
            case CHAT -> inviteChat();
            case SUBSCRIPTIONS -> knowsTicket();
        }
    }

    private void inviteReporter() {
        if (knowsTicket()) {
            inviteContact(ticket.reporterContactId(), Audience.REPORTER);
        }
    }

    private void inviteContact(String contactId, Audience as) {
        if (contactId == null || !knowsTicket() || !knowsService()) {
            return;
        }
        service.contact(contactId)
                .ifPresentOrElse(
                        contact -> inviteAll(List.of(contact), as),
                        () -> missing.add("contact " + contactId + " of service " + service.serviceId()));
    }

    private void inviteLevel() {
        if (!knowsTicket()) {
            return;
        }
        notice.facts().persons().stream()
                .filter(person -> Recipient.isAddress(person.email()))
                .map(Recipient::of)
                .forEach(this::add);
    }

    private void inviteOperations() {
        if (!notice.by().isCentre()) {
            inviteMailbox("Colleagues", house.operations(), Audience.OPERATIONS);
        }
    }

    private void inviteMailbox(String name, String address, Audience as) {
        if (knowsTicketIfAny()) {
            add(Recipient.mailbox(name, address, as));
        }
    }

    private void inviteChat() {
        Severity severity = Severity.of(notice.occasion(), ticket);
        if (knowsTicketIfAny() && house.rooms().contains(severity)) {
            add(Recipient.room(severity));
        }
    }

    private void inviteAll(List<Contact> contacts, Audience as) {
        contacts.stream()
                .filter(contact -> Recipient.isAddress(contact.email()))
                .filter(contact ->
                        !(notice.occasion().isKnownToItsCause() && notice.by().is(contact)))
                .map(contact -> Recipient.of(contact, as))
                .forEach(this::add);
    }

    private void add(Recipient recipient) {
        recipients.putIfAbsent(recipient.key(), recipient);
    }

    private boolean knowsTicketIfAny() {
        return notice.ticketId() == null || knowsTicket();
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
