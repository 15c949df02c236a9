package com.interspace.escalation.climb;

import static com.interspace.escalation.matrix.Ladders.theDefault;
import static com.interspace.escalation.matrix.Ladders.theDefaultWithNobodyOn;
import static com.interspace.escalation.matrix.Priority.CRITICAL;
import static com.interspace.escalation.matrix.Priority.MAJOR;
import static com.interspace.escalation.matrix.Priority.MINOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClimbingRuleTest {

    private static final List<Duration> NO_BREACH = List.of();

    @ParameterizedTest(name = "{0} comes to level {1} at {2}")
    @CsvSource({
        "critical, 1, PT30M",
        "critical, 2, PT1H",
        "critical, 3, PT2H",
        "critical, 4, PT4H",
        "critical, 5, PT8H",
        "major, 1, PT1H",
        "major, 2, PT2H",
        "major, 3, PT4H",
        "major, 4, PT8H",
        "major, 5, PT16H",
        "minor, 1, PT4H",
        "minor, 2, PT8H",
        "minor, 3, PT24H",
        "minor, 4, PT48H",
        "low, 1, PT24H",
        "low, 2, PT48H",
        "low, 3, PT72H",
        "low, 4, PT120H"
    })
    void every_priority_comes_to_every_level_at_its_minute(String priority, int level, Duration age) {
        assertThat(level(Priority.of(priority), age.minusMillis(1))).isEqualTo(level - 1);
        assertThat(level(Priority.of(priority), age)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"minor", "low"})
    void minor_and_low_never_come_to_the_chief_executive_by_age(String priority) {
        assertThat(level(Priority.of(priority), Duration.ofDays(365))).isEqualTo(4);
    }

    @Test
    void a_missed_response_lifts_a_ticket_from_the_ground() {
        Duration quarter = Duration.ofMinutes(15);

        assertThat(levelOn(theDefault(), CRITICAL, quarter, List.of(quarter), 0))
                .isEqualTo(1);
    }

    @Test
    void a_breach_lifts_by_one_from_the_level_just_before_it() {
        Duration threeQuarters = Duration.ofMinutes(45);

        assertThat(levelOn(theDefault(), CRITICAL, threeQuarters, List.of(threeQuarters), 0))
                .isEqualTo(2);
    }

    @Test
    void a_breach_does_not_lift_a_ticket_that_already_stands_higher() {
        // the repair target of a critical ticket is missed at the very age of level 4
        Duration fourHours = Duration.ofHours(4);

        assertThat(levelOn(theDefault(), CRITICAL, fourHours, List.of(fourHours), 0))
                .isEqualTo(4);
    }

    @Test
    void nothing_climbs_above_the_top() {
        Duration late = Duration.ofHours(9);

        assertThat(levelOn(theDefault(), CRITICAL, late, List.of(late), 0)).isEqualTo(5);
        assertThat(levelOn(theDefault(), MINOR, Duration.ofDays(9), List.of(Duration.ofDays(8)), 0))
                .isEqualTo(4);
    }

    @Test
    void what_was_asked_by_hand_counts_even_where_the_priority_never_climbs() {
        assertThat(levelOn(theDefault(), MINOR, Duration.ZERO, NO_BREACH, 5)).isEqualTo(5);
    }

    @Test
    void the_order_in_which_breaches_become_known_does_not_matter() {
        List<Duration> ages = List.of(
                Duration.ofMinutes(15), Duration.ofMinutes(31), Duration.ofMinutes(65), Duration.ofMinutes(130));
        for (Duration one : ages) {
            for (Duration other : ages) {
                for (int asked = 0; asked <= 5; asked++) {
                    for (Duration age : ages) {
                        assertThat(levelOn(theDefault(), MAJOR, age, List.of(one, other), asked))
                                .isEqualTo(levelOn(theDefault(), MAJOR, age, List.of(other, one), asked));
                    }
                }
            }
        }
    }

    @Test
    void an_empty_level_is_passed_and_never_waited_out() {
        assertThat(levelOn(theDefaultWithNobodyOn(1), CRITICAL, Duration.ofMinutes(30), NO_BREACH, 0))
                .isEqualTo(2);
    }

    @Test
    void an_empty_top_level_leaves_the_ticket_with_those_below() {
        assertThat(levelOn(theDefaultWithNobodyOn(5), CRITICAL, Duration.ofHours(8), NO_BREACH, 0))
                .isEqualTo(4);
    }

    private static int level(Priority priority, Duration age) {
        return levelOn(theDefault(), priority, age, NO_BREACH, 0);
    }

    private static int levelOn(Ladder ladder, Priority priority, Duration age, List<Duration> breaches, int asked) {
        return ClimbingRule.level(ladder, priority, Footing.GROUND, age, breaches, asked);
    }
}
