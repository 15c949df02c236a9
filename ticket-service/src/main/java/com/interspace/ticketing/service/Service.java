package com.interspace.ticketing.service;

import com.interspace.chassis.time.BusinessCalendar;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something the operator sells and the customer depends on. Provisioning activates it, describes it anew when it
 * changes, suspends it and terminates it; a terminated one comes back only as a new service. People who report a
 * fault without being provisioned are learned as contacts and survive a new description.
 */
@Entity
public class Service {

    @Id
    private String id;

    private String account;
    private String product;
    private String tier;
    private List<String> circuits;
    private List<String> prefixes;
    private String site;
    private String node;
    private String upstream;
    private String zone;
    private String holidayCountry;
    private boolean escalationMatrix;

    private Contacts contacts;

    @Enumerated(EnumType.STRING)
    private ServiceStatus status;

    private Instant activatedAt;
    private long version;

    @Transient
    private final List<ServiceEvent> waiting = new ArrayList<>();

    protected Service() {}

    public static Service activate(String id, ServiceProfile profile, String actorId, Instant now) {
        Service service = new Service();
        service.id = id;
        service.account = profile.account();
        service.status = ServiceStatus.ACTIVE;
        service.activatedAt = now;

        service.describe(profile);
        service.record(ServiceEvent.Kind.ACTIVATED, now, actorId, "provisioner");
        return service;
    }

    /**
     * Describes the service anew; a suspended one is active again. Nothing happens when it is already so.
     *
     * @throws AccountFixed when the description names another account
     * @throws ServiceTerminated when it has ended
     */
    public void change(ServiceProfile profile, String actorId, Instant now) {
        checkNotTerminated();
        if (!account.equals(profile.account())) {
            throw new AccountFixed(id, account);
        }
        ServiceProfile merged = profile.withContacts(contacts.replacedBy(profile.contacts()));
        if (status == ServiceStatus.ACTIVE && merged.equals(profile())) {
            return;
        }
        status = ServiceStatus.ACTIVE;
        describe(merged);
        record(ServiceEvent.Kind.CHANGED, now, actorId, "provisioner");
    }

    public void suspend(String actorId, Instant now) {
        checkNotTerminated();
        if (status != ServiceStatus.SUSPENDED) {
            status = ServiceStatus.SUSPENDED;
            record(ServiceEvent.Kind.SUSPENDED, now, actorId, "provisioner");
        }
    }

    public void terminate(String actorId, Instant now) {
        if (status != ServiceStatus.TERMINATED) {
            status = ServiceStatus.TERMINATED;
            record(ServiceEvent.Kind.TERMINATED, now, actorId, "provisioner");
        }
    }

    /** Remembers somebody who reported a fault; nothing happens when the contact id is known. */
    public void learn(Contact reporter, Instant now) {
        if (contacts.byId(reporter.contactId()).isEmpty()) {
            contacts = contacts.with(reporter);
            record(ServiceEvent.Kind.CHANGED, now, null, "system");
        }
    }

    /**
     * Forgets a person, be the service terminated or not. Two events: one that says whose words are to be erased
     * everywhere, and one with the service as it is now, which overwrites the first where only the last word of each
     * service is kept.
     */
    public void forget(Set<String> contactIds, String actorId, String party, Instant now) {
        contacts = contacts.without(contactIds);
        record(ServiceEvent.Kind.CONTACT_ERASED, now, actorId, party);
        record(ServiceEvent.Kind.CHANGED, now, actorId, party);
    }

    public List<ServiceEvent> drain() {
        List<ServiceEvent> happened = List.copyOf(waiting);
        waiting.clear();
        return happened;
    }

    public ServiceProfile profile() {
        return new ServiceProfile(
                account,
                product,
                tier,
                circuits,
                prefixes,
                site,
                node,
                upstream,
                zone,
                holidayCountry,
                escalationMatrix,
                contacts.all());
    }

    private void describe(ServiceProfile profile) {
        product = profile.product();
        tier = profile.tier();
        circuits = profile.circuits();
        prefixes = profile.prefixes();
        site = profile.site();
        node = profile.node();
        upstream = profile.upstream();
        zone = profile.zone();
        holidayCountry = profile.holidayCountry();
        escalationMatrix = profile.escalationMatrix();
        contacts = new Contacts(profile.contacts());
    }

    private void checkNotTerminated() {
        if (status == ServiceStatus.TERMINATED) {
            throw new ServiceTerminated(id);
        }
    }

    private void record(ServiceEvent.Kind kind, Instant now, String actorId, String party) {
        version++;
        waiting.add(new ServiceEvent(kind, now, actorId, party, version));
    }

    public String id() {
        return id;
    }

    public String account() {
        return account;
    }

    public Contacts contacts() {
        return contacts;
    }

    /**
     * Monday to Friday, 09:00 to 18:00 in the service's zone, closed on its country's holidays (centre's rule); on
     * none where nobody has written down that country's.
     */
    public BusinessCalendar businessHours() {
        try {
            return BusinessCalendar.standard(ZoneId.of(zone), holidayCountry);
        } catch (IllegalArgumentException unknownHolidays) {
            return BusinessCalendar.standard(ZoneId.of(zone), null);
        }
    }

    public ServiceStatus status() {
        return status;
    }

    public boolean isTerminated() {
        return status == ServiceStatus.TERMINATED;
    }

    public Instant activatedAt() {
        return activatedAt;
    }

    public long version() {
        return version;
    }
}
