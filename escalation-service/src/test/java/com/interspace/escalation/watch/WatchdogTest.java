package com.interspace.escalation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Optional<Instant> NOTHING = Optional.empty();

    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(30), EIGHT);

    @Test
    void all_is_well_while_looks_find_nothing_too_late() {
        watchdog.looked(NOTHING, after(10));

        assertThat(watchdog.verdict(NOTHING, after(20))).isEmpty();
        assertThat(watchdog.stallAt(after(40))).isEmpty();
        assertThat(watchdog.standingStillAt(after(40))).isZero();
    }

    @Test
    void a_level_that_is_too_late_is_a_stall_since_it_was_due() {
        Optional<Instant> due = Optional.of(after(5));
        Stall stall = new Stall(Stall.Kind.TIMERS_OVERDUE, after(5));
        assertThat(watchdog.verdict(due, after(40))).contains(stall);
        watchdog.looked(due, after(40));

        assertThat(watchdog.stallAt(after(45))).contains(stall);
        assertThat(watchdog.standingStillAt(after(45))).isEqualTo(Duration.ofSeconds(40));
        watchdog.looked(NOTHING, after(50));
        assertThat(watchdog.stallAt(after(51))).isEmpty();
    }

    @Test
    void a_process_that_can_look_no_more_knows_it_by_itself_within_a_minute() {
        watchdog.looked(NOTHING, after(10));
        assertThat(watchdog.stallAt(after(40))).isEmpty();

        assertThat(watchdog.stallAt(after(41))).contains(new Stall(Stall.Kind.NOBODY_LOOKED, after(10)));
    }

    @Test
    void the_first_look_after_an_outage_tells_of_it_and_the_next_one_does_not() {
        watchdog.looked(NOTHING, after(10));

        assertThat(watchdog.verdict(NOTHING, after(100))).contains(new Stall(Stall.Kind.NOBODY_LOOKED, after(10)));
        watchdog.looked(NOTHING, after(100));
        assertThat(watchdog.verdict(NOTHING, after(110))).isEmpty();
        assertThat(watchdog.stallAt(after(110))).isEmpty();
    }

    private static Instant after(long seconds) {
        return EIGHT.plusSeconds(seconds);
    }
}
