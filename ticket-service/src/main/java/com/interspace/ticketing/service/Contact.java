package com.interspace.ticketing.service;

import java.util.List;

/**
 * A person of the customer who is known for a service.
 *
 * @param contactId stable within the account; what events name instead of the person
 * @param phone may be null
 * @param roles such as technical, billing, escalation; {@code reporter} for one who was learned from a report
 */
public record Contact(String contactId, String name, String email, String phone, List<String> roles) {

    static final String REPORTER = "reporter";

    public Contact {
        roles = List.copyOf(roles);
    }

    /** Somebody who reported a fault without having been provisioned as a contact. */
    public static Contact reporter(String contactId, String name, String email, String phone) {
        return new Contact(contactId, name, email, phone, List.of(REPORTER));
    }

    /** The same id, or the same name with the same address. */
    public boolean isSamePersonAs(Contact other) {
        boolean sameName = name != null && other.name != null && name.strip().equalsIgnoreCase(other.name.strip());
        return contactId.equals(other.contactId) || sameName && hasEmail(other.email);
    }

    /** False for one of whom only the id is left. */
    public boolean saysAnything() {
        return name != null || email != null || phone != null;
    }

    boolean hasEmail(String address) {
        return email != null && email.equalsIgnoreCase(address);
    }

    boolean wasLearned() {
        return roles.contains(REPORTER);
    }
}
