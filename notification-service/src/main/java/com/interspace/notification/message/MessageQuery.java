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
 */
public record MessageQuery(
        Optional<Set<String>> accounts, String ticketId, String serviceId, MessageState state, UUID subscription) {

    /** What was written to one subscription. */
    public static MessageQuery toSubscription(UUID subscription, MessageState state) {
        return new MessageQuery(Optional.empty(), null, null, state, subscription);
    }
}
