package com.interspace.notification.audience;

/**
 * Who caused an event.
 *
 * @param id the name that he signs in with; null for the system
 * @param party customer, partner, centre, provisioner or system
 */
public record Actor(String id, String party) {

    public static final Actor SYSTEM = new Actor(null, "system");

    /** Whether this is the contact himself, acting as a customer. */
    boolean is(Contact contact) {
        return id != null
                && "customer".equals(party)
                && (id.equals(contact.contactId()) || id.equalsIgnoreCase(contact.email()));
    }

    boolean isCentre() {
        return "centre".equals(party);
    }
}
