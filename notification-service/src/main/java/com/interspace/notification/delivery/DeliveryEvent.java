package com.interspace.notification.delivery;

import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.message.Message;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What the other services hear of a message whose delivery has ended. */
public record DeliveryEvent(Change change, Notification notification) {

    public static final String TOPIC = "interspace.notification.v1";

    /** When its delivery ended. */
    public record Change(Instant at) {}

    /** The message without its content; the recipient is a contact id, or the address of one of our own people. */
    public record Notification(
            UUID id,
            String ticketId,
            String serviceId,
            String account,
            String eventId,
            String eventType,
            String recipient,
            String channel,
            String messageId,
            String state,
            String why) {}

    public static OutgoingEvent delivered(Message message) {
        return about(message, Occasion.NOTIFICATION_DELIVERED);
    }

    public static OutgoingEvent failed(Message message) {
        return about(message, Occasion.NOTIFICATION_FAILED);
    }

    public static OutgoingEvent suppressed(Message message) {
        return about(message, Occasion.NOTIFICATION_SUPPRESSED);
    }

    private static OutgoingEvent about(Message message, Occasion outcome) {
        String key = Stream.of(message.ticketId(), message.serviceId(), message.recipient())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new OutgoingEvent(TOPIC, key, outcome.type(), message.changedAt(), message.revision(), bodyOf(message));
    }

    private static DeliveryEvent bodyOf(Message message) {
        return new DeliveryEvent(
                new Change(message.changedAt()),
                new Notification(
                        message.id(),
                        message.ticketId(),
                        message.serviceId(),
                        message.account(),
                        message.eventId(),
                        message.occasion().type(),
                        message.recipient(),
                        message.channel(),
                        message.messageId(),
                        message.state().toString(),
                        message.why()));
    }
}
