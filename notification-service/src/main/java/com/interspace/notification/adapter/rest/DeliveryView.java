package com.interspace.notification.adapter.rest;

import com.interspace.chassis.page.Cursor;
import com.interspace.notification.message.Message;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery to a webhook.
 *
 * @param cursor replaying with it repeats everything behind this delivery
 * @param why why it has not arrived (yet); null when nothing went wrong
 * @param at when it reached its state
 */
@Schema(name = "Delivery")
public record DeliveryView(
        @Schema(examples = "msg_5d41402abc4b2a76b9719d911017c592", description = "the header webhook-id") String id,
        String eventId,
        @Schema(examples = "ticket.opened") String eventType,
        @Schema(examples = "IS-1000042-2") String ticketId,
        @Schema(examples = "delivered", description = "queued, delivered, suppressed or failed") String state,
        String why,
        int attempts,
        Instant at,
        String cursor) {

    static DeliveryView of(Message message) {
        return new DeliveryView(
                message.messageId(),
                message.eventId(),
                message.subject(),
                message.ticketId(),
                message.state().toString(),
                message.why(),
                message.attempts(),
                message.changedAt(),
                Cursor.of(Long.toString(message.position())).encoded());
    }
}
