package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.chassis.timer.TimerEngine;
import com.interspace.chassis.timer.TimerHandler;
import com.interspace.chassis.timer.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimerTest extends PlumbingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Writes down that it rang; keys that begin with "bad" fail, with "again" arm once more. */
    @ApplicationScoped
    static class Alarm implements TimerHandler {

        @Inject
        Things things;

        @Inject
        Timers timers;

        @Override
        public String kind() {
            return "alarm";
        }

        @Override
        public void fire(String key, Instant dueAt) {
            if (key.startsWith("bad")) {
                throw new IllegalStateException("this alarm is broken");
            }
            things.effect(key, "rang");
            if (key.startsWith("again")) {
                timers.arm("alarm", key, dueAt.plus(Duration.ofHours(1)));
            }
        }
    }

    @Inject
    Timers timers;

    @Inject
    TimerEngine engine;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void itIsNoon() {
        clock.set(NOON);
    }

    @AfterEach
    void noTimerIsLeft() {
        things.run("delete from timer");
    }

    @Test
    void a_timer_fires_at_its_instant_and_only_once() {
        arm(thing, NOON.plusSeconds(60));
        clock.set(NOON.plusSeconds(59));
        assertThat(engine.fireDue()).isZero();
        clock.set(NOON.plusSeconds(60));
        assertThat(engine.fireDue()).isEqualTo(1);
        assertThat(engine.fireDue()).isZero();
        assertThat(things.effects(thing)).containsExactly("rang");
    }

    @Test
    void arming_again_moves_the_timer_and_disarming_takes_it_away() {
        arm(thing, NOON.plusSeconds(60));
        arm(thing, NOON.plusSeconds(120));
        clock.set(NOON.plusSeconds(60));
        assertThat(engine.fireDue()).isZero();
        QuarkusTransaction.requiringNew().run(() -> timers.disarm("alarm", thing));
        clock.set(NOON.plusSeconds(600));
        assertThat(engine.fireDue()).isZero();
    }

    @Test
    void what_a_transaction_says_last_about_a_timer_counts() {
        String other = thing + "-other";
        QuarkusTransaction.requiringNew().run(() -> {
            timers.arm("alarm", thing, NOON);
            timers.disarm("alarm", thing);
            timers.disarm("alarm", other);
            timers.arm("alarm", other, NOON.plusSeconds(60));
            timers.armAll("alarm", Map.of(other, NOON.plusSeconds(120)));
        });
        assertThat(timers.dueAt("alarm", thing)).isEmpty();
        assertThat(timers.dueAt("alarm", other)).contains(NOON.plusSeconds(120));
    }

    @Test
    void a_timer_that_a_transaction_is_setting_is_passed_over() {
        arm(thing, NOON);
        QuarkusTransaction.requiringNew().run(() -> {
            timers.arm("alarm", thing, NOON.plusSeconds(60));
            assertThat(CompletableFuture.supplyAsync(engine::fireDue).join()).isZero();
        });
        assertThat(timers.dueAt("alarm", thing)).contains(NOON.plusSeconds(60));
        assertThat(things.effects(thing)).isEmpty();
    }

    @Test
    void a_timer_cannot_be_set_by_nobodys_transaction() {
        assertThatThrownBy(() -> timers.arm("alarm", thing, NOON)).isInstanceOf(TransactionalException.class);
        assertThat(timers.dueAt("alarm", thing)).isEmpty();
    }

    @Test
    void many_timers_are_set_together_whether_they_were_set_before_or_not() {
        arm(thing, NOON);
        QuarkusTransaction.requiringNew()
                .run(() -> timers.armAll(
                        "alarm", Map.of(thing, NOON.plusSeconds(60), thing + "-new", NOON.plusSeconds(120))));
        assertThat(timers.dueAt("alarm", thing)).contains(NOON.plusSeconds(60));
        assertThat(timers.dueAt("alarm", thing + "-new")).contains(NOON.plusSeconds(120));
    }

    @Test
    void a_handler_may_arm_its_own_timer_again() {
        String key = "again-" + thing;
        arm(key, NOON);
        engine.fireDue();
        assertThat(timers.dueAt("alarm", key)).contains(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void a_timer_that_fails_holds_up_none_of_the_others_and_is_set_aside_with_its_reason() {
        String bad = "bad-" + thing;
        arm(bad, NOON.minusSeconds(10));
        for (int i = 0; i < 25; i++) {
            arm(thing + i, NOON);
        }
        assertThat(engine.fireDue()).isEqualTo(25);
        clock.set(NOON.plusSeconds(30));
        engine.fireDue();
        assertThat(timers.dueAt("alarm", bad)).isEmpty();
        assertThat(things.texts("select reason from timer where key = ? and set_aside_at is not null", bad))
                .singleElement()
                .asString()
                .contains("this alarm is broken");
        assertThat(metrics.get("interspace.timers.set.aside")
                        .tag("kind", "alarm")
                        .gauge()
                        .value())
                .isEqualTo(1);
        clock.set(NOON.plusSeconds(3600));
        assertThat(engine.fireDue()).isZero();
    }

    @Test
    void two_claimers_share_the_work_and_nothing_fires_twice() {
        for (int i = 0; i < 100; i++) {
            arm(thing + i, NOON);
        }
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(engine::fireDue);
        int fired = engine.fireDue() + other.join();
        assertThat(fired).isEqualTo(100);
        assertThat(things.texts("select said from effect where thing_id like ?", thing + "%"))
                .hasSize(100);
    }

    @Test
    void an_effect_that_cannot_be_written_keeps_the_timer() {
        arm(thing, NOON);
        things.sabotage("effect");
        assertThat(engine.fireDue()).isZero();
        things.repair();
        clock.set(NOON.plusSeconds(5));
        assertThat(engine.fireDue()).isEqualTo(1);
        assertThat(things.effects(thing)).containsExactly("rang");
    }

    @Test
    void an_idle_tick_reads_only_what_is_due() {
        things.run(
                "insert into timer (kind, key, due_at) select 'alarm', 'later-' || n, ?::timestamptz"
                        + " from generate_series(1, 5000) n",
                "2030-01-01T00:00:00Z");
        things.run("analyze timer");
        List<String> plan = things.texts(
                """
                explain (analyze, costs off, timing off, summary off) select kind, key from timer
                where set_aside_at is null and due_at <= ?::timestamptz order by due_at limit 100
                for update skip locked""",
                NOON.toString());
        assertThat(String.join("\n", plan)).contains("timer_due").doesNotContain("Seq Scan");
    }

    @Test
    void the_oldest_timer_that_should_have_fired_is_found_without_reading_the_others() {
        arm(thing, NOON.minusSeconds(40));
        arm(thing + "younger", NOON.minusSeconds(20));
        arm(thing + "to come", NOON.plusSeconds(20));

        assertThat(timers.oldestDue("alarm", NOON)).contains(NOON.minusSeconds(40));
        assertThat(timers.oldestDue("alarm", NOON.minusSeconds(41))).isEmpty();
        assertThat(timers.oldestDue("another kind", NOON)).isEmpty();
    }

    private void arm(String key, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> timers.arm("alarm", key, at));
    }
}
