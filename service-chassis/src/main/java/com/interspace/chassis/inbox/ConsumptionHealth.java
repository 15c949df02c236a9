package com.interspace.chassis.inbox;

import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.config.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Sees a consumer that is up and consumes nothing: a backlog that has not moved for minutes makes the process not
 * live, so that its keeper restarts it. A broker that cannot be asked proves nothing and changes nothing.
 */
@Liveness
@ApplicationScoped
class ConsumptionHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ConsumptionHealth.class);
    private static final Duration REST = Duration.ofSeconds(15);

    private record Reading(long applied, long backlog, Instant movedAt) {}

    private final List<EventConsumer> consumers;
    private final Map<String, Object> broker;
    private final InstantSource time;
    private final Duration stalledAfter;
    private final MeterRegistry metrics;
    private final Worker worker;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> gauges = new HashMap<>();

    @Inject
    ConsumptionHealth(
            @All List<EventConsumer> consumers,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            InstantSource time,
            ChassisConfig config,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.broker = broker;
        this.time = time;
        this.stalledAfter = config.inbox().stalledAfter();
        this.metrics = metrics;
        this.worker = new Worker("consumption-health", REST, this::look);
    }

    void start(@Observes StartupEvent started) {
        if (!consumers.isEmpty()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("consumption");
        boolean live = true;
        for (Map.Entry<String, Reading> entry : readings.entrySet()) {
            Reading reading = entry.getValue();
            answer.withData(entry.getKey(), reading.backlog());
            live &= reading.backlog() == 0
                    || time.instant().isBefore(reading.movedAt().plus(stalledAfter));
        }
        return answer.status(live).build();
    }

    private void look() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            for (EventConsumer consumer : consumers) {
                note(consumer, admin);
            }
        } catch (ExecutionException away) {
            LOG.debug("The broker does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(EventConsumer consumer, Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin
                        .listConsumerGroupOffsets(consumer.name())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getKey().topic().equals(consumer.topic()) && entry.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(committed.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
        long applied =
                committed.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
        long end =
                ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
        Reading before = readings.get(consumer.topic());
        boolean moved = before == null || before.applied() != applied || before.backlog() == 0;
        readings.put(consumer.topic(), new Reading(applied, end - applied, moved ? time.instant() : before.movedAt()));
        gauges.computeIfAbsent(consumer.topic(), this::gauge).set(end - applied);
    }

    private AtomicLong gauge(String topic) {
        return metrics.gauge("interspace.consumer.backlog", Tags.of("topic", topic), new AtomicLong());
    }
}
