package com.interspace.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.systemtest.Vitals;
import com.interspace.systemtest.audit.Auditor;
import com.interspace.systemtest.audit.Ledger;
import com.interspace.systemtest.audit.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Mixed work for as long as {@code -Dinterspace.soak} says, with nothing broken: nothing grows that should not. */
@EnabledIfSystemProperty(named = "interspace.soak", matches = "P.+")
class SoakTest {

    private static final int READINGS = 12;
    private static final int PEOPLE = 4;

    /** About eight deeds a second, which two processors keep up with: what comes faster than it goes piles up. */
    private static final Duration REST = Duration.ofMillis(450);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The first part of the run, in which caches, pools and compiled code grow to what they need. */
    private static final int WARM_UP = READINGS / 3;

    @AutoClose
    private static LocalSystem system;

    @BeforeAll
    static void theSceneIsSet() {
        system = FaultScene.start(Options.forTest("soak-system"));
    }

    @Test
    void memory_lag_connections_and_threads_stay_flat() throws Exception {
        Duration lasting = Duration.parse(System.getProperty("interspace.soak"));
        List<Map<String, Vitals>> readings = new ArrayList<>();
        Ledger ledger = new Ledger();
        try (DeskWork work = new DeskWork(system, ledger, 0, PEOPLE, REST)) {
            for (int reading = 0; reading < READINGS; reading++) {
                Pause.of(lasting.dividedBy(READINGS));
                readings.add(Vitals.ofAll(system));
                System.out.println("Soak " + (reading + 1) + "/" + READINGS + " " + readings.get(reading));
            }
        }
        for (String service : Fault.SERVICES) {
            assertFlat(readings.stream().map(all -> all.get(service)).toList(), service);
        }
        List<Violation> violations = new Auditor(system).audit(ledger, PATIENCE, System.out::println);
        assertThat(violations).as(Auditor.report(violations)).isEmpty();
    }

    /** The most after the warm-up's end and in the last third do not differ by more than noise. */
    private static void assertFlat(List<Vitals> readings, String service) {
        Vitals before = Vitals.most(readings.subList(WARM_UP, 2 * WARM_UP));
        Vitals after = Vitals.most(readings.subList(2 * WARM_UP, READINGS));
        assertThat(after.heapMegabytes())
                .as("live heap of %s in MB, %s before", service, before.heapMegabytes())
                .isLessThanOrEqualTo(before.heapMegabytes() * 1.25 + 10);
        assertThat(after.residentMegabytes())
                .as("resident memory of %s in MB, %s before", service, before.residentMegabytes())
                .isLessThanOrEqualTo(before.residentMegabytes() * 1.25 + 10);
        assertThat(after.threads())
                .as("threads of %s, %s before", service, before.threads())
                .isLessThanOrEqualTo(before.threads() + 5);
        assertThat(after.connections())
                .as("connections of %s in use, %s before", service, before.connections())
                .isLessThanOrEqualTo(before.connections() + 5);
        assertThat(after.backlog())
                .as("events that %s has not applied", service)
                .isLessThanOrEqualTo(500);
        assertThat(after.unsent())
                .as("events that %s has not published", service)
                .isLessThanOrEqualTo(500);
    }
}
