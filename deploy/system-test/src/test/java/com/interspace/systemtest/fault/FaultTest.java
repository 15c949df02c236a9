package com.interspace.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.systemtest.audit.Auditor;
import com.interspace.systemtest.audit.Violation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The system at work while it is harmed at random; afterwards nothing is lost and nothing is doubled. It is a system of
 * its own, because others plant what an auditor would find.
 */
@EnabledIfSystemProperty(named = "tests.full", matches = "true")
class FaultTest {

    private static final List<Fault> ANY = List.copyOf(EnumSet.allOf(Fault.class));
    private static final long SEED = Long.getLong("interspace.fault.seed", 7);

    private static LocalSystem system;

    @BeforeAll
    static void theSceneIsSet() {
        system = LocalSystem.start(Options.forTest("fault-system").withLines());
        FaultScene.set(system);
    }

    @AfterAll
    static void theSystemStops() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void some_seconds_of_any_faults_lose_and_double_nothing() throws Exception {
        proves(new FaultRun(SEED, ANY, Duration.ofSeconds(20), Duration.ofSeconds(3)));
    }

    /** Minutes of one kind at a time, because some things break only when they take long. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void minutes_of_one_fault_lose_and_double_nothing(Fault kind) throws Exception {
        proves(new FaultRun(SEED, List.of(kind), Duration.ofMinutes(3), Duration.ofMinutes(2)));
    }

    private static void proves(FaultRun run) throws InterruptedException {
        List<Violation> violations = run.audited(system, System.out::println);
        assertThat(violations)
                .as("-Dinterspace.fault.seed=" + run.seed() + "\n" + Auditor.report(violations))
                .isEmpty();
    }
}
