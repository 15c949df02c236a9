package com.interspace.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.launch.LocalSystem;
import com.interspace.systemtest.audit.Auditor;
import com.interspace.systemtest.audit.Ledger;
import com.interspace.systemtest.audit.Violation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The system at work while it is harmed, then audited. The seed decides what is done and when, as far as anything can
 * that runs on a real machine.
 *
 * @param kinds of faults: each strikes once, in any order, before one strikes again
 * @param lasting the faults go on until each kind has struck and this time is over
 * @param longestFault each fault lasts at most so long
 */
public record FaultRun(long seed, List<Fault> kinds, Duration lasting, Duration longestFault, Pace pace) {

    /** How dense work and faults are. */
    public enum Pace {
        /** More than the system carries for long: for about a minute. */
        HURRIED(Duration.ofMillis(60), Duration.ofMillis(1500)),
        /**
         * What two processors carry, so that what is left at the end is left by the faults; and whoever was killed
         * may come up, and is killed at any moment of his start or of his work.
         */
        STEADY(Duration.ofMillis(450), Duration.ofSeconds(20));

        private final Duration rest;
        private final Duration longestQuiet;

        /** @param rest of each person after each deed */
        Pace(Duration rest, Duration longestQuiet) {
            this.rest = rest;
            this.longestQuiet = longestQuiet;
        }
    }

    private static final int PEOPLE = 4;
    private static final Duration SHORTEST_FAULT = Duration.ofMillis(500);

    /** What a system that was harmed may need to make up for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Harms the system, and fails unless every rule of the auditor holds afterwards. */
    public void losesAndDoublesNothing(LocalSystem system) throws InterruptedException {
        List<Violation> violations = violations(system);
        assertThat(violations)
                .as("-Dinterspace.fault.seed=" + seed + "\n" + Auditor.report(violations))
                .isEmpty();
    }

    private List<Violation> violations(LocalSystem system) throws InterruptedException {
        long begun = System.nanoTime();
        Consumer<String> says =
                line -> System.out.printf("  %3d s  %s%n", since(begun).toSeconds(), line);
        says.accept("a fault run with seed " + seed);
        Ledger ledger = new Ledger();
        harm(system, ledger, says);
        says.accept("answered: " + ledger);
        Fault.SERVICES.forEach(system::awaitReady);
        says.accept("everybody is ready again");
        List<Violation> violations = new Auditor(system).audit(ledger, PATIENCE, says);
        says.accept(violations.size() + " violations");
        return violations;
    }

    /** Returns when the last fault is over and everybody at work has put down what he was at. */
    private void harm(LocalSystem system, Ledger ledger, Consumer<String> says) throws InterruptedException {
        long begun = System.nanoTime();
        Random random = new Random(seed);
        Set<Fault> struck = EnumSet.noneOf(Fault.class);
        Deque<Fault> next = new ArrayDeque<>();
        try (DeskWork work = new DeskWork(system, ledger, seed, PEOPLE, pace.rest)) {
            while (struck.size() < kinds.size() || since(begun).compareTo(lasting) < 0) {
                if (next.isEmpty()) {
                    next.addAll(inAnyOrder(random));
                }
                Fault fault = next.remove();
                Pause.of(upTo(pace.longestQuiet, random));
                Duration harmed = SHORTEST_FAULT.plus(upTo(longestFault, random));
                says.accept(fault + " " + fault.strike(new Fault.Harm(system, work, random, harmed)));
                struck.add(fault);
            }
        }
    }

    private List<Fault> inAnyOrder(Random random) {
        List<Fault> round = new ArrayList<>(kinds);
        Collections.shuffle(round, random);
        return round;
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static Duration upTo(Duration longest, Random random) {
        return Duration.ofMillis(random.nextInt((int) longest.toMillis()));
    }
}
