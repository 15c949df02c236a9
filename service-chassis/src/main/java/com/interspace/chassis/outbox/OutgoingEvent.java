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
 */
public record OutgoingEvent(String topic, String key, String type, Instant time, long sequence, Object body) {}
