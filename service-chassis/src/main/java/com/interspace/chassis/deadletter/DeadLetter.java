package com.interspace.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A parked message as operations see it.
 *
 * @param eventId null when the message has none
 * @param count how many times it has been parked
 * @param from topic/partition/offset where it was first read, or was read last for a replay
 * @param at ISO-8601 instant, UTC
 */
public record DeadLetter(
        String topic, String key, String eventId, String type, int count, String reason, String from, String at) {

    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                record.topic(),
                record.key(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                parkedCount(record),
                header(record, "parked_reason"),
                header(record, "parked_from"),
                header(record, "parked_at"));
    }

    /** How many times the message has been parked; zero for one that comes from elsewhere and says no number. */
    static int parkedCount(ConsumerRecord<String, byte[]> record) {
        String count = header(record, "parked_count");
        return count != null && count.matches("[0-9]{1,9}") ? Integer.parseInt(count) : 0;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
