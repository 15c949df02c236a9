package com.interspace.ticketing.adapter.kafka;

import com.interspace.ticketing.ticket.TicketBell;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Hears the ticket topic from now on, all partitions, without a group: every instance hears everything. It begins
 * with the first listener, remembers nothing and commits nothing; after a failure it rings for everybody, because it
 * cannot know what it has missed.
 */
@ApplicationScoped
public class KafkaBell implements TicketBell {

    private static final Logger LOG = Logger.getLogger(KafkaBell.class);
    private static final String TOPIC = "interspace.ticket.v1";
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private Thread thread;
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile boolean stopped;

    @Inject
    public KafkaBell(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    }

    @Override
    public Listening listen(String ticketId, Runnable rung) {
        // An equal runnable would be taken for the same listener.
        Runnable own = rung::run;
        listeners
                .computeIfAbsent(ticketId, first -> ConcurrentHashMap.newKeySet())
                .add(own);
        begin();
        return () -> listeners.computeIfPresent(ticketId, (id, those) -> {
            those.remove(own);
            return those.isEmpty() ? null : those;
        });
    }

    public void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        KafkaConsumer<String, byte[]> hearing = consumer;
        if (hearing != null) {
            hearing.wakeup();
        }
    }

    private synchronized void begin() {
        if (thread == null) {
            thread = new Thread(this::hear, "ticket-bell");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void hear() {
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> hearing = new KafkaConsumer<>(settings)) {
                consumer = hearing;
                hearFromNow(hearing);
            } catch (WakeupException stopping) {
                LOG.debug("The bell is silent from now on");
            } catch (RuntimeException lost) {
                LOG.warnf("The ticket topic cannot be heard now: %s", lost.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(REST_AFTER_FAILURE.toMillis()));
            }
        }
    }

    private void hearFromNow(KafkaConsumer<String, byte[]> hearing) {
        List<TopicPartition> partitions = hearing.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        hearing.assign(partitions);
        hearing.seekToEnd(partitions);
        // Settles the places before anybody is told that nothing is missed from here on.
        partitions.forEach(hearing::position);
        listeners.keySet().forEach(this::ring);
        while (!stopped) {
            hearing.poll(POLL).forEach(record -> ring(record.key()));
        }
    }

    private void ring(String ticketId) {
        listeners.getOrDefault(ticketId, Set.of()).forEach(Runnable::run);
    }
}
