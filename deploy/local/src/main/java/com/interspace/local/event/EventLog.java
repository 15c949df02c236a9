package com.interspace.local.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics from the start, without a consumer group: it disturbs nobody and sees everything. */
public final class EventLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final Map<String, Reading> readings = new HashMap<>();

    public EventLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All records that the topic holds now, in order within each partition. */
    public synchronized List<Event> all(String topic) {
        return readings.computeIfAbsent(topic, this::open).toTheEnd();
    }

    @Override
    public synchronized void close() {
        readings.values().forEach(reading -> reading.consumer.close());
        readings.clear();
    }

    private Reading open(String topic) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Reading(consumer, partitions, new ArrayList<>());
    }

    private record Reading(
            KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, List<Event> events) {

        List<Event> toTheEnd() {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Not read to the end within " + PATIENCE.toSeconds() + " s: " + ends);
                }
                consumer.poll(POLL).forEach(record -> events.add(event(record)));
            }
            return List.copyOf(events);
        }

        private static Event event(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Event(
                    record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
        }
    }
}
