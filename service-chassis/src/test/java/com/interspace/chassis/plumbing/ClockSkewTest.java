package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.timer.TimerEngine;
import com.interspace.chassis.timer.Timers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ClockSkewTest.StrictClock.class)
class ClockSkewTest extends PlumbingTest {

    public static class StrictClock implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("interspace.timer.max-skew", "PT2S");
        }
    }

    @Inject
    Timers timers;

    @Inject
    TimerEngine engine;

    @Test
    void a_process_five_minutes_off_refuses_to_claim_and_says_so() {
        QuarkusTransaction.requiringNew().run(() -> timers.arm("alarm", thing, Instant.EPOCH));
        clock.advance(Duration.ofMinutes(5));
        assertThat(engine.fireDue()).isZero();
        assertThat(engine.isRefusing()).isTrue();
        RestAssured.get("/q/health/well").then().statusCode(503);
        RestAssured.get("/q/health/ready").then().statusCode(200);

        clock.reset();
        assertThat(engine.fireDue()).isEqualTo(1);
        assertThat(engine.isRefusing()).isFalse();
        RestAssured.get("/q/health/well").then().statusCode(200);
    }
}
