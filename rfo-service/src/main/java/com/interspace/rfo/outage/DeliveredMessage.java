package com.interspace.rfo.outage;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that has reached its receiver.
 *
 * @param eventType the type of the event that it told of, such as {@code com.interspace.ticket.opened.v1}
 * @param channel email, webhook or chat
 */
public record DeliveredMessage(Instant at, String eventType, String channel) {

    private static final String AN_RFO = "com.interspace.rfo.";

    /**
     * The words for the timeline; the receiver is not named. Empty for what is no communication about the outage: the
     * centre's own chat, and the messages about the RFO itself, which would otherwise change it by being sent.
     */
    public Optional<String> told() {
        if (eventType == null || eventType.startsWith(AN_RFO)) {
            return Optional.empty();
        }
        return switch (String.valueOf(channel)) {
            case "email" -> Optional.of("E-mail delivered: " + subject());
            case "webhook" -> Optional.of("Message to the customer's system delivered: " + subject());
            default -> Optional.empty();
        };
    }

    private String subject() {
        return eventType
                .replaceFirst("^com\\.interspace\\.", "")
                .replaceFirst("\\.v\\d+$", "")
                .replace('.', ' ')
                .replace('-', ' ');
    }
}
