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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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

    /** Whoever waits for the answer to a replay waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * @param parkedAgain how many of the replayed ones failed once more
     * @param left how many could not be tried in time and wait for the next replay
     */
    public record Replay(int replayed, int parkedAgain, long left) {}

    private final List<EventConsumer> consumers;
    private final EventReception reception;
    private final Map<String, Object> broker;
    private final Duration patience;
    private final AtomicReference<CompletableFuture<Replay>> underWay = new AtomicReference<>();

    @Inject
    DeadLetterBox(
            @All List<EventConsumer> consumers,
            EventReception reception,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this(consumers, reception, broker, PATIENCE);
    }

    /** @param patience for one replay */
    public DeadLetterBox(
            List<EventConsumer> consumers, EventReception reception, Map<String, Object> broker, Duration patience) {
        this.consumers = consumers;
        this.reception = reception;
        this.broker = broker;
        this.patience = patience;
    }

    /** The messages that are parked now, oldest first for each topic, at most as many as asked. */
    public List<DeadLetter> parked(int limit) {
        List<DeadLetter> letters = new ArrayList<>();
        for (EventConsumer consumer : consumers) {
            readParked(consumer, false, () -> letters.size() < limit, record -> letters.add(DeadLetter.of(record)));
        }
        return letters;
    }

    /**
     * Applies what is parked now, once, the oldest first, as far as one gets while somebody waits for the answer;
     * repeated events change nothing. Whoever asks while a replay is under way is told how that one ends.
     */
    public Replay replay() {
        CompletableFuture<Replay> mine = new CompletableFuture<>();
        CompletableFuture<Replay> another = underWay.compareAndExchange(null, mine);
        if (another != null) {
            return endOf(another);
        }
        try {
            mine.complete(replayInTime());
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
        } finally {
            underWay.set(null);
        }
        return endOf(mine);
    }

    private static Replay endOf(CompletableFuture<Replay> replay) {
        try {
            return replay.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Each consumer has its share of the time, so that one whose letters fail for ever starves no other. */
    private Replay replayInTime() {
        long start = System.nanoTime();
        int[] outcome = new int[2];
        long left = 0;
        for (int i = 0; i < consumers.size(); i++) {
            EventConsumer consumer = consumers.get(i);
            long share = patience.toNanos() * (i + 1) / consumers.size();
            left += readParked(consumer, true, () -> System.nanoTime() - start < share, record -> {
                outcome[0]++;
                if (!reception.receiveAgain(consumer, record)) {
                    outcome[1]++;
                }
            });
        }
        return new Replay(outcome[0], outcome[1], left);
    }

    /** @return how many were not read, because it was not to go on */
    private long readParked(
            EventConsumer consumer,
            boolean thenForget,
            BooleanSupplier goesOn,
            Consumer<ConsumerRecord<String, byte[]>> action) {
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
            long left = partitions.stream()
                    .mapToLong(partition -> ends.get(partition) - kafka.position(partition))
                    .sum();
            while (goesOn.getAsBoolean()
                    && partitions.stream().anyMatch(partition -> kafka.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : kafka.poll(Duration.ofMillis(200))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.get(partition) && goesOn.getAsBoolean()) {
                        action.accept(record);
                        left--;
                        if (thenForget) {
                            kafka.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
                        }
                    }
                }
            }
            return left;
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
