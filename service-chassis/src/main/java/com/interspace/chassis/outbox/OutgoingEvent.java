package com.interspace.chassis.outbox;

import java.time.Instant;

/**
 * An event on its way out.
 *
 * @param key the aggregate's id; events of one key stay in order
 * @param type the full type word, such as {@code com.interspace.ticket.opened.v1}
 * @param time when it happened
 * @param sequence the aggregate's version after it happened
 * @param body what is written as JSON
 * @param passing whether the body is forgotten here as soon as it was sent
 */
public record OutgoingEvent(
        String topic, String key, String type, Instant time, long sequence, Object body, boolean passing) {

    public OutgoingEvent(String topic, String key, String type, Instant time, long sequence, Object body) {
        this(topic, key, type, time, sequence, body, false);
    }
}
