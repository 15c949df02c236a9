package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.inbox.CatchingUp;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatchingUpTest extends PlumbingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Reads the things under another name, or rather does not. */
    static class Sleeper extends EventConsumer {

        Sleeper(EventReception reception) {
            super(reception, "sleeper-" + UUID.randomUUID(), TOPIC);
        }
    }

    @Inject
    EventReception reception;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void a_service_has_caught_up_when_what_stood_in_its_topics_at_the_start_is_applied() throws Exception {
        tell("north", 1);
        Sleeper sleeper = new Sleeper(reception);
        CatchingUp catchingUp = new CatchingUp(List.of(sleeper), broker, clock, PATIENCE);
        assertThat(catchingUp.isDone()).isFalse();

        reads(sleeper);
        // what comes after the start is not waited for
        tell("south", 2);

        assertThat(catchingUp.isDone()).isTrue();
    }

    @Test
    void a_service_that_ends_before_it_has_caught_up_does_not_act_as_if_it_had() {
        tell("north", 1);
        CatchingUp catchingUp = new CatchingUp(List.of(new Sleeper(reception)), broker, clock, PATIENCE);
        assertThat(catchingUp.isDone()).isFalse();

        catchingUp.stop(null);

        assertThat(catchingUp.isDone()).isFalse();
    }

    @Test
    void nobody_waits_longer_than_his_patience() {
        tell("north", 1);
        clock.set(Instant.parse("2026-03-02T12:00:00Z"));
        CatchingUp catchingUp = new CatchingUp(List.of(new Sleeper(reception)), broker, clock, PATIENCE);
        assertThat(catchingUp.isDone()).isFalse();
        clock.advance(PATIENCE.minusMillis(1));
        assertThat(catchingUp.isDone()).isFalse();

        clock.advance(Duration.ofMillis(1));

        assertThat(catchingUp.isDone()).isTrue();
    }

    @Test
    void who_has_no_patience_does_not_wait() {
        tell("north", 1);

        assertThat(new CatchingUp(List.of(new Sleeper(reception)), broker, clock, Duration.ZERO).isDone())
                .isTrue();
    }

    private void reads(Sleeper sleeper) throws Exception {
        try (Admin admin = Admin.create(broker)) {
            var partitions = admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions().stream()
                    .map(each -> new TopicPartition(TOPIC, each.partition()))
                    .toList();
            var ends = admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            sleeper.name(),
                            ends.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            end -> new OffsetAndMetadata(
                                                    end.getValue().offset()))))
                    .all()
                    .get();
        }
    }
}
