package com.interspace.rfo.outage;

import com.interspace.chassis.time.BusinessCalendar;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A customer's service, as its newest event told it. It is kept by ticket-service; here it only lends its calendar. */
@Entity
public class Service {

    @Id
    private String serviceId;

    private String account;
    private String product;
    private String zone;
    private String holidayCountry;
    private String[] circuits = {};

    @ElementCollection
    @CollectionTable(name = "service_contact", joinColumns = @JoinColumn(name = "service_id"))
    private Set<Contact> contacts = new HashSet<>();

    private long sequence;
    private Instant asOf;

    protected Service() {}

    public Service(String serviceId) {
        this.serviceId = serviceId;
    }

    /**
     * Takes over what the event told unless something newer is known already.
     *
     * @throws IllegalArgumentException if the calendar's country is unknown
     */
    public void follow(
            String account,
            String product,
            Set<String> circuits,
            BusinessCalendar calendar,
            Set<Contact> contacts,
            long sequence,
            Instant asOf) {
        if (sequence <= this.sequence) {
            return;
        }
        this.account = account;
        this.product = product;
        this.circuits = circuits.stream().sorted().toArray(String[]::new);
        this.zone = calendar.zone().getId();
        this.holidayCountry = calendar.holidayCountry();
        this.contacts.retainAll(contacts);
        this.contacts.addAll(contacts);
        this.sequence = sequence;
        this.asOf = asOf;
    }

    public String product() {
        return product;
    }

    /** The service's business hours: Monday to Friday 09:00-18:00 in its zone, without its national holidays. */
    public BusinessCalendar calendar() {
        return BusinessCalendar.standard(ZoneId.of(zone), holidayCountry);
    }

    public Optional<String> contactWithEmail(String email) {
        return contacts.stream()
                .filter(contact -> contact.email() != null && contact.email().equalsIgnoreCase(email))
                .map(Contact::contactId)
                .sorted()
                .findFirst();
    }
}
