package com.interspace.chassis.inbox;

import com.interspace.chassis.config.ChassisConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Whether this service has read what stood in its topics when this process first asked. Until then its picture of the
 * other services may be as old as its own outage was long, so what acts on that picture by itself waits; but only for
 * a while, because a broker that stays away must not keep everything still.
 */
@ApplicationScoped
public class CatchingUp {

    private static final Logger LOG = Logger.getLogger(CatchingUp.class);
    private static final int ANSWER_WITHIN_MILLIS = 5_000;

    private final List<EventConsumer> consumers;
    private final Map<String, Object> broker;
    private final InstantSource time;
    private final Duration patience;
    private Instant askedFirst;
    private Admin admin;
    private Map<TopicPartition, Long> goal;
    private volatile boolean done;
    private volatile boolean stopping;

    @Inject
    CatchingUp(
            @All List<EventConsumer> consumers,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            InstantSource time,
            ChassisConfig config) {
        this(consumers, broker, time, config.timer().waitForEvents());
    }

    /** @param patience after which it is taken as done; zero = from the beginning */
    public CatchingUp(
            List<EventConsumer> consumers, Map<String, Object> broker, InstantSource time, Duration patience) {
        this.consumers = consumers;
        this.broker = broker;
        this.time = time;
        this.patience = patience;
        this.done = consumers.isEmpty() || patience.isZero();
    }

    /** From now on the answer stays what it is: who ends before he has read everything acts on nothing more. */
    public void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        hangUp();
    }

    /** Asks the broker, which may take some seconds, until the answer is yes; from then on it is yes for ever. */
    public synchronized boolean isDone() {
        if (done || stopping) {
            return done;
        }
        if (askedFirst == null) {
            askedFirst = time.instant();
        }
        if (hasReadEverything()) {
            LOG.info("Everything that came while this service was away has been read");
            finish();
        } else if (!time.instant().isBefore(askedFirst.plus(patience))) {
            LOG.warnf(
                    "What came while this service was away could not be read within %s: timers fire without", patience);
            finish();
        }
        return done;
    }

    private void finish() {
        done = true;
        hangUp();
    }

    private void hangUp() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    private boolean hasReadEverything() {
        try {
            if (goal == null) {
                goal = offsets(OffsetSpec.latest());
            }
            Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
            Map<TopicPartition, Long> applied = applied();
            return goal.entrySet().stream()
                    .allMatch(end ->
                            Math.max(applied.getOrDefault(end.getKey(), 0L), starts.getOrDefault(end.getKey(), 0L))
                                    >= end.getValue());
        } catch (ExecutionException away) {
            LOG.debug("The broker does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        List<String> topics =
                consumers.stream().map(EventConsumer::topic).distinct().toList();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        admin().describeTopics(topics).allTopicNames().get().forEach((topic, description) -> description
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(topic, partition.partition()), which)));
        return admin().listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** What has been applied by this service, by whichever of its processes; where two consumers read, the slower. */
    private Map<TopicPartition, Long> applied() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> applied = new HashMap<>();
        for (EventConsumer consumer : consumers) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin().listConsumerGroupOffsets(consumer.name())
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed.forEach((partition, offset) -> {
                if (partition.topic().equals(consumer.topic()) && offset != null) {
                    applied.merge(partition, offset.offset(), Math::min);
                }
            });
        }
        return applied;
    }

    private Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put("default.api.timeout.ms", ANSWER_WITHIN_MILLIS);
            settings.put("request.timeout.ms", ANSWER_WITHIN_MILLIS);
            admin = Admin.create(settings);
        }
        return admin;
    }
}
