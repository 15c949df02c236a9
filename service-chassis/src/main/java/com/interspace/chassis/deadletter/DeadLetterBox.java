package com.interspace.chassis.deadletter;

import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.chassis.refusal.Conflict;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks at what is parked, and applies it again. Kafka is the only store: what has been replayed is remembered as
 * committed offsets of the group {@code <consumer>.replay}; what fails again is parked anew at the end.
 */
@ApplicationScoped
public class DeadLetterBox {

    /** @param parkedAgain how many of the replayed ones failed once more */
    public record Replay(int replayed, int parkedAgain) {}

    private final List<EventConsumer> consumers;
    private final EventReception reception;
    private final Map<String, Object> broker;

    @Inject
    DeadLetterBox(
            @All List<EventConsumer> consumers,
            EventReception reception,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.consumers = consumers;
        this.reception = reception;
        this.broker = broker;
    }

    /** The messages that are parked now, oldest first for each topic, at most as many as asked. */
    public List<DeadLetter> parked(int limit) {
        List<DeadLetter> letters = new ArrayList<>();
        for (EventConsumer consumer : consumers) {
            readParked(consumer, false, record -> {
                if (letters.size() < limit) {
                    letters.add(DeadLetter.of(record));
                }
            });
        }
        return letters;
    }

    /** Applies everything that is parked now, once; repeated events change nothing. */
    public synchronized Replay replay() {
        int[] outcome = new int[2];
        for (EventConsumer consumer : consumers) {
            readParked(consumer, true, record -> {
                outcome[0]++;
                if (!reception.receiveAgain(consumer, record)) {
                    outcome[1]++;
                }
            });
        }
        return new Replay(outcome[0], outcome[1]);
    }

    private void readParked(
            EventConsumer consumer, boolean thenForget, Consumer<ConsumerRecord<String, byte[]>> action) {
        try (KafkaConsumer<String, byte[]> kafka = new KafkaConsumer<>(settings(consumer))) {
            List<TopicPartition> partitions = partitionsOf(consumer.deadLetterTopic(), kafka);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            Map<TopicPartition, OffsetAndMetadata> starts = kafka.committed(Set.copyOf(partitions));
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            starts.forEach((partition, start) -> {
                if (start != null) {
                    kafka.seek(partition, start.offset());
                }
            });
            while (partitions.stream().anyMatch(partition -> kafka.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : kafka.poll(Duration.ofMillis(200))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.get(partition)) {
                        action.accept(record);
                        if (thenForget) {
                            kafka.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
                        }
                    }
                }
            }
        } catch (TimeoutException away) {
            throw new Conflict("broker-away", "The broker does not answer", "Try again when Kafka can be reached.");
        }
    }

    private static List<TopicPartition> partitionsOf(String topic, KafkaConsumer<String, byte[]> kafka) {
        List<PartitionInfo> known = kafka.partitionsFor(topic);
        return known == null
                ? List.of()
                : known.stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .collect(Collectors.toList());
    }

    private Map<String, Object> settings(EventConsumer consumer) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, consumer.name() + ".replay");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return settings;
    }
}
