package com.interspace.notification.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.notification.audience.Contact;
import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Service;
import com.interspace.notification.preference.ContactPreference;
import com.interspace.notification.preference.ContactPreferences;
import com.interspace.notification.preference.UndeliverableAddress;
import com.interspace.notification.preference.UndeliverableAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Reads and replaces what a contact wants to be told of. */
@ApplicationScoped
@Transactional
public class ChooseNotifications {

    /**
     * A contact and what he wants.
     *
     * @param trouble why mail to him came back; null when none did
     */
    public record Choice(
            String account,
            String contactId,
            String address,
            ContactPreference preference,
            UndeliverableAddress trouble) {}

    private final Directory directory;
    private final ContactPreferences preferences;
    private final UndeliverableAddresses undeliverable;
    private final InstantSource time;

    @Inject
    ChooseNotifications(
            Directory directory,
            ContactPreferences preferences,
            UndeliverableAddresses undeliverable,
            InstantSource time) {
        this.directory = directory;
        this.preferences = preferences;
        this.undeliverable = undeliverable;
        this.time = time;
    }

    /**
     * @param account whose contact it is; null when that is clear
     * @throws NotFound when no account that the caller may see has this contact
     */
    public Choice of(String contactId, String account, Caller caller) {
        List<Service> services = directory.servicesOfContact(contactId).stream()
                .filter(service -> caller.maySee(service.account()))
                .filter(service -> account == null || account.equals(service.account()))
                .toList();
        List<String> accounts =
                services.stream().map(Service::account).distinct().toList();
        if (accounts.isEmpty()) {
            throw new NotFound("contact", contactId);
        }
        if (accounts.size() > 1) {
            throw new Invalid("account", "is required: a contact of this id exists in several accounts");
        }
        Contact contact = services.get(0).contact(contactId).orElseThrow();
        return new Choice(
                accounts.get(0),
                contactId,
                contact.email(),
                preferences.of(accounts.get(0), contactId),
                undeliverable.find(String.valueOf(contact.email())).orElse(null));
    }

    /**
     * Replaces the choice. Customers choose for themselves, the centre for everybody.
     *
     * @param muted events that may be switched off
     * @param deliverable true when the contact's address works again
     * @throws Forbidden when a customer chooses for somebody else
     */
    public Choice choose(String contactId, String account, Set<String> muted, boolean deliverable, Caller caller) {
        Choice before = of(contactId, account, caller);
        boolean himself = before.address() != null && before.address().equalsIgnoreCase(caller.email());
        if (!caller.isCentre() && !himself) {
            throw new Forbidden("You can choose for yourself only; ask the service centre to choose for a colleague.");
        }
        before.preference().mute(muted, time.instant());
        preferences.keep(before.preference());
        if (deliverable && before.trouble() != null) {
            undeliverable.remove(before.address());
        }
        return of(contactId, account, caller);
    }
}
