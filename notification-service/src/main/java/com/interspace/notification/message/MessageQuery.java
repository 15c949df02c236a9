package com.interspace.notification.message;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which messages are wanted; null means any.
 *
 * @param accounts the accounts whose own contacts' messages the caller may see; empty means everything, our own
 *     people's messages included
 * @param subscription the subscription that it was written to
 * @param contact the contact that it was written to
 */
public record MessageQuery(
        Optional<Set<String>> accounts,
        String ticketId,
        String serviceId,
        MessageState state,
        UUID subscription,
        String contact) {

    /** What was written to one subscription. */
    public static MessageQuery toSubscription(UUID subscription, MessageState state) {
        return new MessageQuery(Optional.empty(), null, null, state, subscription, null);
    }

    /** What a contact of an account was told. */
    public static MessageQuery toContact(String account, String contactId) {
        return new MessageQuery(Optional.of(Set.of(account)), null, null, null, null, contactId);
    }
}
