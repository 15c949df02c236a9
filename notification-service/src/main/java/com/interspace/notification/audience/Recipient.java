package com.interspace.notification.audience;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who is told.
 *
 * @param key the contact id, or the address in lower case for our own people; one message per key and event
 * @param address a single, plain e-mail address
 */
public record Recipient(String key, String name, String address, Party party) {

    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

    static Recipient of(Contact contact) {
        return new Recipient(contact.contactId(), contact.name(), contact.email(), Party.CUSTOMER);
    }

    static Recipient of(Person person) {
        return new Recipient(person.email().toLowerCase(Locale.ROOT), person.name(), person.email(), Party.TEAM);
    }

    /** Whether this can be an address of exactly one mailbox, and nothing but an address. */
    static boolean isAddress(String text) {
        return text != null && PLAIN_ADDRESS.matcher(text).matches();
    }
}
