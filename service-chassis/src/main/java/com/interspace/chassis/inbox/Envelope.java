package com.interspace.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What stands on the outside of an event: CloudEvents 1.0 attributes in binary mode, as Kafka headers.
 *
 * @param time when it happened, by the producer's clock
 * @param sequence the aggregate's version after it happened
 */
public record Envelope(
        String id, String type, String source, String subject, Instant time, long sequence, String topic, String key) {

    /** @throws UnreadableEvent when an attribute is missing or has no such shape */
    static Envelope of(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        try {
            return new Envelope(
                    text(headers, "ce_id"),
                    text(headers, "ce_type"),
                    text(headers, "ce_source"),
                    text(headers, "ce_subject"),
                    Instant.parse(text(headers, "ce_time")),
                    Long.parseLong(text(headers, "ce_sequence")),
                    record.topic(),
                    record.key());
        } catch (DateTimeParseException | NumberFormatException misshapen) {
            throw new UnreadableEvent("The event's headers cannot be read: " + misshapen.getMessage(), misshapen);
        }
    }

    /** The type of an event whose headers may be unreadable; then something that says so. */
    static String typeOf(ConsumerRecord<String, byte[]> record) {
        return attribute(record.headers(), "ce_type").orElse("something without a type");
    }

    /** The id of an event whose headers may be unreadable; then one that no event has. */
    static String idOf(ConsumerRecord<String, byte[]> record) {
        return attribute(record.headers(), "ce_id").orElse("");
    }

    public void writeTo(Headers headers) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "ce_sequence", Long.toString(sequence));
        put(headers, "content-type", "application/json");
    }

    private static String text(Headers headers, String name) {
        return attribute(headers, name).orElseThrow(() -> new UnreadableEvent("The event has no header " + name, null));
    }

    private static Optional<String> attribute(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
