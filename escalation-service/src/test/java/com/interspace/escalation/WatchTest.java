package com.interspace.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import com.interspace.escalation.usecase.WatchClimbing;
import com.interspace.local.fixture.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody notices when tickets do not climb. */
@QuarkusTest
class WatchTest extends EscalationDeskTest {

    private static final Duration A_LOOK = Duration.ofSeconds(10);

    @Inject
    WatchClimbing watch;

    @Inject
    MeterRegistry metrics;

    private String before;

    @BeforeEach
    void all_is_well() {
        watch.look();
        Tables.change("delete from stall");
        before = Tables.texts("select coalesce(max(position), 0) from outbox").get(0);
    }

    @Test
    void escalation_that_stands_still_is_seen_within_a_minute_and_told_once() {
        ATicket.openOn(AService.withMatrix().active(), "critical");
        lookFor(Duration.ofMinutes(30));
        assertThat(climbing()).isEqualTo("UP");

        lookFor(Duration.ofSeconds(60));

        assertThat(climbing()).isEqualTo("DOWN");
        assertThat(stalledSeconds()).isBetween(30.0, 60.0);
        assertThat(stalls()).singleElement().satisfies(body -> {
            JsonPath event = JsonPath.from(body);
            assertThat(event.getString("change.why")).isEqualTo("timers-overdue");
            assertThat(event.getString("change.since"))
                    .isEqualTo(now().minusSeconds(60).toString());
        });
    }

    @Test
    void it_is_well_again_when_the_levels_have_fired_and_the_next_stall_is_told_anew() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        lookFor(Duration.ofMinutes(31));
        engine.fireDue();
        watch.look();
        assertThat(climbing()).isEqualTo("UP");
        assertThat(stalledSeconds()).isZero();
        assertThat(Tables.count("stall where over_at is null")).isZero();

        lookFor(Duration.ofMinutes(31));

        assertThat(levelOf(ticket.id())).isEqualTo(1);
        assertThat(stalls()).hasSize(2);
        assertThat(Tables.texts("select number from stall order by number")).containsExactly("1", "2");
    }

    @Test
    void after_an_outage_of_the_database_it_is_told_that_nobody_could_look() {
        MovableClock.shared().advance(Duration.ofMinutes(5));
        assertThat(climbing()).isEqualTo("DOWN");

        watch.look();

        assertThat(climbing()).isEqualTo("UP");
        assertThat(stalls()).singleElement().satisfies(body -> assertThat(
                        JsonPath.from(body).getString("change.why"))
                .isEqualTo("nobody-looked"));
    }

    @Test
    void a_look_reads_only_what_is_due_however_many_are_armed() {
        Tables.change("insert into timer (kind, key, due_at) select 'climb', 'later-' || n, '2030-01-01T00:00:00Z'"
                + " from generate_series(1, 10000) n");
        Tables.change("analyze timer");

        String plan = String.join(
                "\n",
                Tables.texts("explain select due_at from timer where set_aside_at is null and kind = 'climb'"
                        + " and due_at <= '2026-03-02T08:00:00Z' order by due_at limit 1"));

        assertThat(plan).contains("timer_due").doesNotContain("Seq Scan");
    }

    @Test
    void an_idle_tick_reads_only_what_is_due_however_many_are_armed() {
        Tables.change("insert into timer (kind, key, due_at) select 'climb', 'later-' || n, '2030-01-01T00:00:00Z'"
                + " from generate_series(1, 10000) n");
        Tables.change("analyze timer");

        String plan = String.join(
                "\n",
                Tables.texts("explain (analyze, buffers, costs off, timing off, summary off)"
                        + " select kind, key from timer where set_aside_at is null"
                        + " and due_at <= '2026-03-02T08:00:00Z' order by due_at limit 100 for update skip locked"));

        assertThat(plan).contains("timer_due").contains("rows=0").doesNotContain("Seq Scan");
        assertThat(engine.fireDue()).isZero();
    }

    private void lookFor(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(A_LOOK)) {
            MovableClock.shared().advance(A_LOOK);
            watch.look();
        }
    }

    private double stalledSeconds() {
        return metrics.get("interspace.escalation.stalled").timeGauge().value(TimeUnit.SECONDS);
    }

    private static String climbing() {
        return given().get("/q/health").jsonPath().getString("checks.find { it.name == 'climbing' }.status");
    }

    private List<String> stalls() {
        return Tables.texts("select body from outbox where type = 'com.interspace.escalation.stalled.v1'"
                + " and position > " + before + " order by position");
    }
}
