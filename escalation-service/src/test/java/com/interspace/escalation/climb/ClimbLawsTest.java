package com.interspace.escalation.climb;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.matrix.Ladders;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is true of every ticket, whatever happens to it and in whichever order it is told. */
class ClimbLawsTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    /** Minutes between two things that happen to a ticket, and what they are. */
    @Property(tries = 3000)
    void the_level_does_not_depend_on_the_order_in_which_a_ticket_is_told(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 300) Integer> minutes, @ForAll long chance) {
        List<Consumer<Climb>> told = aLife(minutes, new Random(chance));
        Instant end = after(minutes.stream().mapToInt(Integer::intValue).sum() + 60);
        Climb inOrder = toldAll(told);
        List<Consumer<Climb>> otherOrder = new ArrayList<>(told);
        otherOrder.addAll(told);
        Collections.shuffle(otherOrder, new Random(chance + 1));
        Climb shuffled = toldAll(otherOrder);

        assertThat(shuffled.isDue(end)).isEqualTo(inOrder.isDue(end));
        assertThat(shuffled.next(end)).isEqualTo(inOrder.next(end));
        assertThat(shuffled.cycle()).isEqualTo(inOrder.cycle());
        if (inOrder.isDue(end)) {
            assertThat(summary(shuffled.climb(end))).isEqualTo(summary(inOrder.climb(end)));
        }
    }

    @Property(tries = 3000)
    void a_level_is_reached_at_most_once_in_a_cycle_and_never_left_downwards(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 300) Integer> minutes, @ForAll long chance) {
        Climb climb = aClimb();
        List<Step> steps = new ArrayList<>();
        Instant now = EIGHT;
        List<Consumer<Climb>> told = aLife(minutes, new Random(chance));
        for (int index = 0; index < told.size(); index++) {
            int before = climb.level();
            int cycle = climb.cycle();
            told.get(index).accept(climb);
            now = now.plus(Duration.ofMinutes(minutes.get(index)));
            if (climb.isDue(now)) {
                steps.addAll(climb.climb(now));
            }
            assertThat(climb.isDue(now)).isFalse();
            assertThat(climb.level() >= before || climb.cycle() > cycle).isTrue();
        }

        assertThat(steps.stream().map(step -> step.cycle() + "/" + step.to()).toList())
                .doesNotHaveDuplicates();
    }

    private static List<Consumer<Climb>> aLife(List<Integer> minutes, Random chance) {
        List<Consumer<Climb>> told = new ArrayList<>();
        Duration accrued = Duration.ZERO;
        Instant since = EIGHT;
        Instant now = EIGHT;
        int cycle = 1;
        long sequence = 1;
        for (int pause : minutes) {
            now = now.plus(Duration.ofMinutes(pause));
            sequence++;
            switch (chance.nextInt(4)) {
                case 0 -> {
                    Duration age = new Age(cycle, accrued, since).at(now);
                    SlaClock clock = SlaClock.values()[chance.nextInt(3)];
                    int inCycle = cycle;
                    told.add(climb -> climb.breached(inCycle, clock, age));
                }
                case 1 -> {
                    accrued = new Age(cycle, accrued, since).at(now);
                    since = since == null ? now : null;
                }
                case 2 -> {
                    cycle++;
                    accrued = Duration.ZERO;
                    since = now;
                }
                default -> {
                    // only the priority changes
                }
            }
            Priority priority = Priority.values()[chance.nextInt(4)];
            TicketState state = ticket(sequence, priority, new Age(cycle, accrued, since));
            told.add(climb -> climb.follow(state));
        }
        return told.subList(0, Math.min(told.size(), minutes.size()));
    }

    private static Climb toldAll(List<Consumer<Climb>> told) {
        Climb climb = aClimb();
        told.forEach(event -> event.accept(climb));
        return climb;
    }

    private static List<String> summary(List<Step> steps) {
        return steps.stream()
                .map(step -> step.cycle() + " " + step.from() + " " + step.to() + " " + step.outcome())
                .toList();
    }

    private static Climb aClimb() {
        Climb climb = Climb.of(ticket(1, Priority.CRITICAL, new Age(1, Duration.ZERO, EIGHT)));
        climb.pinTo(
                Matrix.ofService("IS-DIA-0001", "ACME", 1, EIGHT, Ladders.theDefault(), EIGHT),
                ZoneId.of("Europe/Sofia"));
        return climb;
    }

    private static TicketState ticket(long sequence, Priority priority, Age age) {
        String status = age.isRunning() ? "inProgress" : "pending";
        return new TicketState("IS-1000042-2", "ACME", "IS-DIA-0001", status, priority, EIGHT, age, EIGHT, sequence);
    }

    private static Instant after(int minutes) {
        return EIGHT.plus(Duration.ofMinutes(minutes));
    }
}
