package com.interspace.notification.message;

import java.util.Optional;
import java.util.Set;

/**
 * Which messages are wanted; null means any.
 *
 * @param accounts the accounts whose own contacts' messages the caller may see; empty means everything, our own
 *     people's messages included
 */
public record MessageQuery(Optional<Set<String>> accounts, String ticketId, String serviceId, MessageState state) {}
