package com.interspace.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer in a thread of its own that notes when each record of some topics came into its hands. */
final class Listener implements AutoCloseable {

    /**
     * A record that has arrived.
     *
     * @param nanoTime when the consumer had it
     */
    record Arrival(long nanoTime, ConsumerRecord<String, String> record) {

        String header(String name) {
            Header header = record.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    private final KafkaConsumer<String, String> consumer;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::listen, "listener");
    private volatile boolean closed;

    /** Hears what is published from now on. */
    Listener(String bootstrapServers, List<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    /** What has arrived so far, in the order of arrival. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** How many have arrived so far. */
    int heard() {
        return arrivals.size();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    private void listen() {
        while (!closed) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                arrivals.add(new Arrival(System.nanoTime(), record));
            }
        }
    }
}
