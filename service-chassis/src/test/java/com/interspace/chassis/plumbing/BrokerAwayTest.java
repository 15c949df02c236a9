package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.part.Broker;
import com.interspace.local.part.FreePorts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(BrokerAwayTest.NoBroker.class)
class BrokerAwayTest extends PlumbingTest {

    private static final String PORT_PROPERTY = "chassis.test.away.port";

    public static class NoBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String port = System.getProperty(PORT_PROPERTY, String.valueOf(FreePorts.any()));
            System.setProperty(PORT_PROPERTY, port);
            return Map.of("interspace.outbox.running", "true", "kafka.bootstrap.servers", "127.0.0.1:" + port);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of();
        }
    }

    @Test
    void without_a_broker_the_service_starts_and_works_and_delivers_once_it_is_there(@TempDir Path directory) {
        // given: nobody listens where the broker should be
        RestAssured.get("/q/health/ready").then().statusCode(200);
        move("lifted", 1);
        move("put down", 2);
        assertThat(rows("outbox")).isEqualTo(2);

        // when: the broker comes up
        int port = Integer.getInteger(PORT_PROPERTY);
        try (Broker broker = Broker.start(directory, port, FreePorts.any())) {
            broker.createTopics(List.of(TOPIC, TOPIC + ".chassis.dlq"));

            // then: what waited is delivered, once
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> things.effects(thing).size() == 2);
            assertThat(things.effects(thing)).containsExactly("lifted", "put down");
            assertThat(unsent()).isZero();
        }
    }

    private long unsent() {
        return Long.parseLong(things.texts("select count(*) from outbox where key = ? and sent_at is null", thing)
                .get(0));
    }
}
