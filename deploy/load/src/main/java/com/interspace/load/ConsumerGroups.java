package com.interspace.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services have read. */
final class ConsumerGroups implements AutoCloseable {

    private static final List<String> GROUPS = List.of("escalation", "notification", "rfo");

    private final Admin admin;

    ConsumerGroups(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Records of all topics that some service has still to read. */
    long lag() {
        return lags().values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        GROUPS.forEach(group -> lags.put(group, lag(committed(group))));
        return lags;
    }

    /** Records of a topic up to where the group has read. */
    long read(String group, String topic) {
        return committed(group).entrySet().stream()
                .filter(position -> position.getKey().topic().equals(topic))
                .mapToLong(position -> position.getValue().offset())
                .sum();
    }

    /** Records of a topic. */
    long size(String group, String topic) {
        List<TopicPartition> partitions = committed(group).keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
        return ends(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Sends the group back to the start of a topic. Its processes have just been killed. */
    void rewind(String group, String topic) {
        Map<TopicPartition, OffsetAndMetadata> start = committed(group).keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
        await(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                .all());
        await(admin.alterConsumerGroupOffsets(group, start).all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private long lag(Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, Long> ends = ends(committed.keySet());
        return committed.entrySet().stream()
                .mapToLong(position ->
                        ends.get(position.getKey()) - position.getValue().offset())
                .sum();
    }

    private Map<TopicPartition, Long> ends(Iterable<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
