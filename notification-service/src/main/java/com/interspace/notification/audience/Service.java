package com.interspace.notification.audience;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What we know of a service from its events: whose it is, who its contacts are, how its customer reaches us. */
@Entity
@Table(name = "service")
public class Service {

    private static final List<String> ESCALATION_ROLES = List.of("escalation", "technical");
    private static final List<String> WATCHER_ROLES = List.of("watcher");

    @Id
    @Column(name = "service_id")
    private String serviceId;

    private long sequence;
    private String account;
    private String product;
    private String zone;

    @Column(name = "escalation_matrix")
    private boolean escalationMatrix;

    @Column(name = "activated_at")
    private Instant activatedAt;

    @Column(name = "support_email")
    private String supportEmail;

    @Column(name = "support_phones")
    private List<String> supportPhones;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contact", joinColumns = @JoinColumn(name = "service_id"))
    private List<Contact> contacts = new ArrayList<>();

    protected Service() {}

    /** @param sequence the version of the service that this is */
    public Service(
            String serviceId,
            long sequence,
            String account,
            String product,
            ZoneId zone,
            boolean escalationMatrix,
            Instant activatedAt,
            Support support,
            List<Contact> contacts) {
        this.serviceId = serviceId;
        this.sequence = sequence;
        this.account = account;
        this.product = product;
        this.zone = zone.getId();
        this.escalationMatrix = escalationMatrix;
        this.activatedAt = activatedAt;
        this.supportEmail = support.email();
        this.supportPhones = List.copyOf(support.phones());
        this.contacts = new ArrayList<>(contacts);
    }

    /** How the customer of a service reaches the centre. */
    public record Support(String email, List<String> phones) {}

    /** Takes over everything from a newer version. */
    public void become(Service newer) {
        sequence = newer.sequence;
        account = newer.account;
        product = newer.product;
        zone = newer.zone;
        escalationMatrix = newer.escalationMatrix;
        activatedAt = newer.activatedAt;
        supportEmail = newer.supportEmail;
        supportPhones = List.copyOf(newer.supportPhones);
        contacts.clear();
        contacts.addAll(newer.contacts);
    }

    public boolean isOlderThan(Service other) {
        return sequence < other.sequence;
    }

    public Optional<Contact> contact(String contactId) {
        return contacts.stream()
                .filter(contact -> contact.contactId().equals(contactId))
                .findFirst();
    }

    List<Contact> watchers() {
        return contacts.stream()
                .filter(contact -> contact.hasAnyRole(WATCHER_ROLES))
                .toList();
    }

    public List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    List<Contact> escalationContacts() {
        List<Contact> named = contacts.stream()
                .filter(contact -> contact.hasAnyRole(ESCALATION_ROLES))
                .toList();
        return named.isEmpty() ? contacts() : named;
    }

    public String serviceId() {
        return serviceId;
    }

    public String account() {
        return account;
    }

    public String product() {
        return product;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** Whether the customer's contract has an escalation matrix of its own. */
    public boolean hasEscalationMatrix() {
        return escalationMatrix;
    }

    public Instant activatedAt() {
        return activatedAt;
    }

    public Support support() {
        return new Support(supportEmail, supportPhones);
    }
}
