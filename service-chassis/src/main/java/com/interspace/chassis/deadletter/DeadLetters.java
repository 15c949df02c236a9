package com.interspace.chassis.deadletter;

import com.interspace.chassis.kafka.AwaitedProducer;
import com.interspace.chassis.outage.Failure;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Parks messages that cannot be applied, with the reason and how often they have been tried, for a person to look at. */
@ApplicationScoped
public class DeadLetters {

    /** A broker takes records of 1 MiB unless told otherwise. */
    private static final int LARGEST = 1_000_000;

    private static final int LONGEST_REASON = 2_000;

    private final AwaitedProducer producer;
    private final InstantSource time;
    private volatile boolean stopping;

    @Inject
    DeadLetters(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            InstantSource time) {
        this.producer = new AwaitedProducer(broker, service + "-dead-letters");
        this.time = time;
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /**
     * Returns when the broker has the message; while the broker is away it waits, because an event that is neither
     * applied nor parked would be lost. A message that fills a record leaves no room for what is written beside it: of
     * that one only the place where it lies is parked.
     */
    public synchronized void park(String topic, ConsumerRecord<String, byte[]> record, Throwable reason) {
        ProducerRecord<String, byte[]> letter;
        if (leavesRoom(record)) {
            letter = new ProducerRecord<>(topic, record.key(), record.value());
            record.headers().forEach(letter.headers()::add);
        } else {
            letter = new ProducerRecord<>(topic, null);
        }
        put(letter, "parked_count", Integer.toString(1 + DeadLetter.parkedCount(record)));
        put(letter, "parked_reason", shortened(Failure.told(reason)));
        put(letter, "parked_at", time.instant().toString());
        put(letter, "parked_from", record.topic() + "/" + record.partition() + "/" + record.offset());
        while (producer.send(List.of(letter)) == 0) {
            if (stopping) {
                throw new IllegalStateException("Stopping before the event could be parked");
            }
        }
    }

    private static boolean leavesRoom(ConsumerRecord<String, byte[]> record) {
        long size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (Header header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size <= LARGEST;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static void put(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
