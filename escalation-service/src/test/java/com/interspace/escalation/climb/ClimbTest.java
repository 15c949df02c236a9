package com.interspace.escalation.climb;

import static com.interspace.escalation.matrix.Ladders.theDefault;
import static com.interspace.escalation.matrix.Ladders.theDefaultWithNobodyOn;
import static com.interspace.escalation.matrix.Priority.CRITICAL;
import static com.interspace.escalation.matrix.Priority.MAJOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Ladders;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Person;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClimbTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Test
    void where_a_ticket_comes_to_stand_does_not_depend_on_the_order_in_which_it_is_told() {
        List<Consumer<Climb>> told = List.of(
                climb -> climb.follow(ticket(2, MAJOR, running(Duration.ZERO, EIGHT))),
                climb -> climb.follow(ticket(4, MAJOR, still(Duration.ofMinutes(40)))),
                climb -> climb.follow(ticket(5, CRITICAL, running(Duration.ofMinutes(40), after(90)))),
                climb -> climb.breached(1, SlaClock.RESPONSE, Duration.ofMinutes(30)),
                climb -> climb.breached(1, SlaClock.REPAIR, Duration.ofMinutes(61)));
        Set<Integer> levels = new HashSet<>();

        for (List<Consumer<Climb>> order : ordersOf(told)) {
            Climb climb = aClimb(theDefault());
            order.forEach(event -> event.accept(climb));
            climb.climb(after(115));
            levels.add(climb.level());
        }

        // at 115 minutes it is 65 minutes old: level 2 by age, and level 3 by the breach at 61
        assertThat(levels).containsExactly(3);
    }

    @Test
    void the_next_level_is_due_when_the_age_without_pauses_comes() {
        Climb climb = aClimb(theDefault());
        climb.follow(ticket(2, CRITICAL, still(Duration.ofMinutes(20))));
        assertThat(climb.next(after(25))).isEmpty();

        climb.follow(ticket(3, CRITICAL, running(Duration.ofMinutes(20), after(60))));

        assertThat(climb.next(after(61))).contains(new NextLevel(1, after(70)));
    }

    @Test
    void an_empty_level_is_not_what_comes_next() {
        Climb climb = aClimb(theDefaultWithNobodyOn(1));

        assertThat(climb.next(EIGHT)).contains(new NextLevel(2, after(30)));
    }

    @Test
    void nothing_comes_next_when_only_an_empty_level_is_left() {
        Climb climb = aClimb(theDefaultWithNobodyOn(5));
        climb.climb(after(240));

        assertThat(climb.level()).isEqualTo(4);
        assertThat(climb.next(after(240))).isEmpty();
    }

    @Test
    void a_breach_of_an_earlier_cycle_does_not_lift_the_reopened_ticket() {
        Climb climb = aClimb(theDefault());
        climb.breached(1, SlaClock.RESPONSE, Duration.ofMinutes(15));
        climb.follow(ticket(2, CRITICAL, new Age(2, Duration.ZERO, after(60))));
        assertThat(climb.isDue(after(61))).isFalse();

        climb.breached(2, SlaClock.RESPONSE, Duration.ofMinutes(1));

        assertThat(climb.isDue(after(61))).isTrue();
    }

    @Test
    void a_breach_of_the_cycle_that_has_not_been_heard_of_yet_waits_for_it() {
        Climb climb = aClimb(theDefault());
        climb.breached(2, SlaClock.REPAIR, Duration.ofMinutes(1));
        assertThat(climb.isDue(after(1))).isFalse();

        climb.follow(ticket(2, CRITICAL, new Age(2, Duration.ZERO, after(60))));

        assertThat(climb.isDue(after(61))).isTrue();
    }

    @Test
    void a_target_told_as_missed_twice_counts_from_when_it_was_first_missed() {
        Climb climb = aClimb(theDefault());

        climb.breached(1, SlaClock.REPAIR, Duration.ofMinutes(61));
        climb.breached(1, SlaClock.REPAIR, Duration.ofMinutes(5));
        climb.breached(1, SlaClock.REPAIR, Duration.ofMinutes(45));

        assertThat(climb.next(after(6))).contains(new NextLevel(1, after(6)));
    }

    @Test
    void a_ticket_waits_for_its_matrix() {
        Climb climb = Climb.of(ticket(1, CRITICAL, running(Duration.ZERO, EIGHT)));

        assertThat(climb.isDue(after(600))).isFalse();
        assertThat(climb.next(after(600))).isEmpty();
    }

    @Test
    void only_those_are_told_who_can_be_reached_at_that_hour() {
        Climb climb = aClimb(Ladders.withHours("24x7", "Mon-Fri 09:00-10:00"));

        // 08:30 UTC is 10:30 in Sofia
        assertThat(climb.climb(after(30)).get(0).told())
                .extracting(Person::name)
                .containsExactly("Person 1a");
    }

    @Test
    void a_level_with_nobody_reachable_is_passed_at_once_with_an_alarm_and_its_persons_are_copied() {
        Climb climb = aClimb(Ladders.ofHours("Mon-Fri 20:00-22:00", "24x7", "24x7"));
        assertThat(climb.next(EIGHT)).contains(new NextLevel(2, after(30)));

        List<Step> steps = climb.climb(after(30));

        assertThat(summary(steps)).containsExactly("1 skipped nobody-reachable", "2 reached null");
        assertThat(steps.get(0).isAlarming()).isTrue();
        assertThat(steps.get(0).told()).extracting(Person::name).containsExactly("Person 1");
        assertThat(climb.next(after(30))).contains(new NextLevel(3, after(120)));
    }

    @Test
    void when_nobody_can_be_reached_upwards_the_ticket_stays_and_the_level_is_never_waited_out() {
        Climb climb = aClimb(Ladders.ofHours("24x7", "Mon-Fri 20:00-22:00", "Mon-Fri 20:00-22:00"));
        climb.climb(after(30));
        assertThat(climb.next(after(30))).contains(new NextLevel(2, after(60)));

        assertThat(summary(climb.climb(after(60)))).containsExactly("2 skipped nobody-reachable");

        assertThat(climb.level()).isEqualTo(1);
        // in the evening somebody could be reached on level 2, but its time is over
        assertThat(climb.isDue(after(61))).isFalse();
        assertThat(climb.next(after(61))).contains(new NextLevel(3, after(120)));
        assertThat(summary(climb.climb(after(600)))).containsExactly("3 reached null");
    }

    @Test
    void who_asks_by_hand_for_a_level_where_nobody_can_be_reached_has_them_told_all_the_same() {
        Climb climb = aClimb(Ladders.ofHours("Mon-Fri 20:00-22:00", "Mon-Fri 20:00-22:00"));

        List<Step> steps = climb.climbByHand(climb.levelAbove().orElseThrow(), Ground.of(Cause.CUSTOMER), after(1));

        assertThat(summary(steps)).containsExactly("1 reached null");
        assertThat(steps.get(0).told()).extracting(Person::name).containsExactly("Person 1");
    }

    @Test
    void a_level_that_was_passed_over_can_still_be_asked_for_by_hand_once_somebody_is_there() {
        Climb climb = aClimb(Ladders.ofHours("24x7", "Mon-Fri 12:00-22:00"));
        climb.climb(after(30));
        climb.climb(after(60));
        assertThat(climb.level()).isEqualTo(1);

        List<Step> steps = climb.climbByHand(climb.levelAbove().orElseThrow(), Ground.of(Cause.CUSTOMER), after(180));

        assertThat(summary(steps)).containsExactly("2 reached null");
        assertThat(climb.isDue(after(181))).isFalse();
    }

    @Test
    void a_ticket_taken_down_is_lifted_by_later_levels_only() {
        Climb climb = aClimb(theDefault());
        climb.climb(after(125));
        climb.deEscalate(1, Ground.of(Cause.CENTRE), after(130));

        assertThat(climb.cycle()).isEqualTo(2);
        assertThat(climb.isDue(after(239))).isFalse();
        assertThat(climb.next(after(131))).contains(new NextLevel(4, after(240)));
        assertThat(summary(climb.climb(after(240))))
                .containsExactly("2 skipped passed-over", "3 skipped passed-over", "4 reached null");
    }

    @Test
    void nothing_comes_next_for_a_suspended_ticket() {
        Climb climb = aClimb(theDefault());
        climb.suspend(Ground.of(Cause.CENTRE), after(1));
        assertThat(climb.isDue(after(600))).isFalse();
        assertThat(climb.next(after(1))).isEmpty();

        climb.resume(Ground.of(Cause.CENTRE), after(70));

        assertThat(climb.next(after(70))).contains(new NextLevel(2, after(70)));
    }

    private static List<String> summary(List<Step> steps) {
        return steps.stream()
                .map(step -> step.to() + " " + step.outcome() + " " + step.reason())
                .toList();
    }

    private static Climb aClimb(Ladder ladder) {
        Climb climb = Climb.of(ticket(1, CRITICAL, running(Duration.ZERO, EIGHT)));
        climb.pinTo(Matrix.ofService("IS-DIA-0001", "ACME", 1, EIGHT, ladder, EIGHT), SOFIA);
        return climb;
    }

    private static TicketState ticket(long sequence, Priority priority, Age age) {
        String status = age.isRunning() ? "inProgress" : "pending";
        return new TicketState("IS-1000042-2", "ACME", "IS-DIA-0001", status, priority, EIGHT, age, EIGHT, sequence);
    }

    private static Age running(Duration accrued, Instant since) {
        return new Age(1, accrued, since);
    }

    private static Age still(Duration accrued) {
        return new Age(1, accrued, null);
    }

    private static Instant after(long minutes) {
        return EIGHT.plus(Duration.ofMinutes(minutes));
    }

    private static <T> List<List<T>> ordersOf(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : items) {
            List<T> others = new ArrayList<>(items);
            others.remove(first);
            for (List<T> rest : ordersOf(others)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
