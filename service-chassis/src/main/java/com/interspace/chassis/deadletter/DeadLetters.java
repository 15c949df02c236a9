package com.interspace.chassis.deadletter;

import com.interspace.chassis.kafka.AwaitedProducer;
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
     * applied nor parked would be lost.
     */
    public synchronized void park(String topic, ConsumerRecord<String, byte[]> record, Throwable reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        put(letter, "parked_count", Integer.toString(1 + parkedBefore(record)));
        put(letter, "parked_reason", String.valueOf(reason.getMessage()));
        put(letter, "parked_at", time.instant().toString());
        put(letter, "parked_from", record.topic() + "/" + record.partition() + "/" + record.offset());
        while (producer.send(List.of(letter)) == 0) {
            if (stopping) {
                throw new IllegalStateException("Stopping before the event could be parked");
            }
        }
    }

    private static int parkedBefore(ConsumerRecord<String, byte[]> record) {
        Header count = record.headers().lastHeader("parked_count");
        return count == null ? 0 : Integer.parseInt(new String(count.value(), StandardCharsets.UTF_8));
    }

    private static void put(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
