package com.interspace.systemtest.fault;

import com.interspace.local.launch.LocalSystem;
import com.interspace.systemtest.audit.Auditor;
import com.interspace.systemtest.audit.Ledger;
import com.interspace.systemtest.audit.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The system at work while it is harmed, then audited. The seed decides what is done and when, as far as anything can
 * that runs on a real machine.
 *
 * @param kinds of faults that strike, at random, one after the other
 * @param lasting how long the work goes on
 * @param longestFault each fault lasts at most so long
 */
record FaultRun(long seed, List<Fault> kinds, Duration lasting, Duration longestFault) {

    private static final int PEOPLE = 4;
    private static final Duration SHORTEST_FAULT = Duration.ofMillis(500);
    private static final Duration LONGEST_QUIET = Duration.ofMillis(1500);

    /** What a system that was harmed may need to make up for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** @return the rules that do not hold afterwards */
    List<Violation> audited(LocalSystem system, Consumer<String> says) throws InterruptedException {
        says.accept("Fault run with seed " + seed);
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        try (DeskWork work = new DeskWork(system, ledger, seed, PEOPLE)) {
            long end = System.nanoTime() + lasting.toNanos();
            while (System.nanoTime() < end) {
                Pause.of(upTo(LONGEST_QUIET, random));
                Fault fault = kinds.get(random.nextInt(kinds.size()));
                Duration harmed = SHORTEST_FAULT.plus(upTo(longestFault, random));
                says.accept("  " + fault + " " + fault.strike(new Fault.Harm(system, work, random, harmed)));
            }
        }
        Fault.SERVICES.forEach(system::awaitReady);
        says.accept("  answered: " + ledger);
        return new Auditor(system).audit(ledger, PATIENCE);
    }

    private static Duration upTo(Duration longest, Random random) {
        return Duration.ofMillis(random.nextInt((int) longest.toMillis()));
    }
}
