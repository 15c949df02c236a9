package com.interspace.chassis.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What one service does with the events of one topic. A subclass names a handler for each type that it cares for;
 * everything that consumers have in common stands in {@link EventReception}.
 */
public abstract class EventConsumer {

    private final EventReception reception;
    private final String name;
    private final String topic;
    private final Map<String, Handler<?>> handlers = new HashMap<>();

    /**
     * @param name the consumer's name in the inbox and in {@code <topic>.<name>.dlq}
     * @param topic the topic that its channel reads
     */
    protected EventConsumer(EventReception reception, String name, String topic) {
        this.reception = reception;
        this.name = name;
        this.topic = topic;
    }

    /** Names what is done with a type; the body is read into the consumer's own record. */
    protected final <T> void on(String type, Class<T> body, BiConsumer<Envelope, T> handler) {
        handlers.put(type, new Handler<>(body, handler));
    }

    /** Returns when each of the events has been applied, skipped or parked; never before. */
    public void receive(ConsumerRecords<String, byte[]> records) {
        reception.receive(this, records);
    }

    public final String name() {
        return name;
    }

    public final String topic() {
        return topic;
    }

    /** Where this consumer's poison messages are parked. */
    public final String deadLetterTopic() {
        return topic + "." + name + ".dlq";
    }

    /** The handler of a type, or null when this consumer does not know it. */
    final Handler<?> handlerOf(String type) {
        return handlers.get(type);
    }

    record Handler<T>(Class<T> body, BiConsumer<Envelope, T> action) {}
}
