package com.interspace.notification.adapter.rest;

import com.interspace.notification.message.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A message in the log.
 *
 * @param recipient the contact id, or the address of one of our own people (never shown to customers)
 * @param why why it has not arrived (yet); null when nothing went wrong
 * @param at when it reached its state
 */
public record NotificationView(
        UUID id,
        String ticketId,
        String serviceId,
        String eventId,
        String eventType,
        String recipient,
        String channel,
        String subject,
        String messageId,
        String state,
        String why,
        int attempts,
        Instant at) {

    static NotificationView of(Message message) {
        return new NotificationView(
                message.id(),
                message.ticketId(),
                message.serviceId(),
                message.eventId(),
                message.occasion().type(),
                message.recipient(),
                message.channel(),
                message.subject(),
                message.messageId(),
                message.state().toString(),
                message.why(),
                message.attempts(),
                message.changedAt());
    }
}
