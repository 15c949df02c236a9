package com.interspace.escalation.rehearsal;

import static com.interspace.escalation.matrix.Priority.CRITICAL;
import static com.interspace.escalation.matrix.Priority.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.climb.Age;
import com.interspace.escalation.climb.SlaClock;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.climb.TicketState;
import com.interspace.escalation.matrix.Ladders;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final List<TicketNews> news = new ArrayList<>();

    @Test
    void a_ticket_climbs_level_by_level_at_its_minutes_until_it_is_resolved() {
        told("acknowledged", CRITICAL, running(0, 0), 0);
        told("resolved", CRITICAL, still(150), 150);

        assertThat(played()).containsExactly("1 reached age at 30", "2 reached age at 60", "3 reached age at 120");
    }

    @Test
    void what_happens_at_the_minute_of_a_level_comes_first() {
        told("acknowledged", CRITICAL, running(0, 0), 0);
        told("resolved", CRITICAL, still(60), 60);

        assertThat(played()).containsExactly("1 reached age at 30");
    }

    @Test
    void pauses_priorities_breaches_and_reopenings_happen_again() {
        told("acknowledged", LOW, running(0, 0), 0);
        told("pending", LOW, still(10), 10);
        told("inProgress", CRITICAL, running(10, 100), 100);
        news.add(TicketNews.of(state("inProgress", CRITICAL, running(10, 100), 105), 1, SlaClock.RESPONSE, after(105)));
        told("resolved", CRITICAL, still(45), 135);
        told("inProgress", CRITICAL, new Age(2, Duration.ZERO, after(200)), 200);

        assertThat(played())
                .containsExactly(
                        "1 reached breach at 105",
                        "1 reached age at 230",
                        "2 reached age at 260",
                        "3 reached age at 320",
                        "4 reached age at 440",
                        "5 reached age at 680");
    }

    @Test
    void the_same_ticket_and_matrix_give_the_same_steps() {
        told("acknowledged", CRITICAL, running(0, 0), 0);
        told("resolved", CRITICAL, still(500), 500);
        List<String> once = played();

        assertThat(played()).isEqualTo(once).hasSize(5);
    }

    @Test
    void what_comes_after_the_end_is_left_out() {
        told("acknowledged", CRITICAL, running(0, 0), 0);

        List<Step> steps = Rehearsal.of(ticket(), draft(), SOFIA, after(60));

        assertThat(steps).hasSize(2);
    }

    private List<String> played() {
        return Rehearsal.of(ticket(), draft(), SOFIA, after(10_000)).stream()
                .map(step -> step.to() + " " + step.outcome() + " " + step.cause() + " at "
                        + Duration.between(EIGHT, step.at()).toMinutes())
                .toList();
    }

    private void told(String status, Priority priority, Age age, long minute) {
        news.add(TicketNews.of(state(status, priority, age, minute)));
    }

    private TicketState state(String status, Priority priority, Age age, long minute) {
        return new TicketState(
                "IS-1000042-2", "ACME", "IS-DIA-0001", status, priority, EIGHT, age, after(minute), news.size() + 1);
    }

    private PastTicket ticket() {
        return new PastTicket("IS-1000042-2", "ACME", "IS-DIA-0001", EIGHT, CRITICAL, news, List.of());
    }

    private static Matrix draft() {
        return Matrix.ofService("IS-DIA-0001", "ACME", 1, EIGHT, Ladders.theDefault(), EIGHT);
    }

    private static Age running(long accruedMinutes, long sinceMinute) {
        return new Age(1, Duration.ofMinutes(accruedMinutes), after(sinceMinute));
    }

    private static Age still(long accruedMinutes) {
        return new Age(1, Duration.ofMinutes(accruedMinutes), null);
    }

    private static Instant after(long minutes) {
        return EIGHT.plus(Duration.ofMinutes(minutes));
    }
}
