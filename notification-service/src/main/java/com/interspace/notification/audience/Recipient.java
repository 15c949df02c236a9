package com.interspace.notification.audience;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who is told.
 *
 * @param key the contact id, the address in lower case for our own people, or the chat room; one message per key and
 *     event
 * @param address a single, plain e-mail address, or the chat room
 * @param as as whom he is told
 */
public record Recipient(String key, String name, String address, Audience as, Medium medium) {

    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

    static Recipient of(Contact contact, Audience as) {
        return new Recipient(contact.contactId(), contact.name(), contact.email(), as, Medium.EMAIL);
    }

    static Recipient of(Person person) {
        return mailbox(person.name(), person.email(), Audience.LEVEL_PERSONS);
    }

    /** A mailbox of our own people. */
    static Recipient mailbox(String name, String address, Audience as) {
        return new Recipient(address.toLowerCase(Locale.ROOT), name, address, as, Medium.EMAIL);
    }

    static Recipient room(Severity severity) {
        String room = "chat:" + severity;
        return new Recipient(room, "operations", room, Audience.CHAT, Medium.CHAT);
    }

    public Party party() {
        return as.party();
    }

    /** Whether this can be an address of exactly one mailbox, and nothing but an address. */
    static boolean isAddress(String text) {
        return text != null && PLAIN_ADDRESS.matcher(text).matches();
    }
}
