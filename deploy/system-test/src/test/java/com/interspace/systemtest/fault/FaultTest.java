package com.interspace.systemtest.fault;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.systemtest.fault.FaultRun.Pace;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The system at work while everything happens to it that may; afterwards nothing is lost and nothing is doubled. Each
 * run has a system of its own: tickets of the run before would come to their targets while the auditor waits for rest.
 */
@EnabledIfSystemProperty(named = "tests.full", matches = "true")
class FaultTest {

    private static final List<Fault> ANY = List.copyOf(EnumSet.allOf(Fault.class));
    private static final long SEED = Long.getLong("interspace.fault.seed", 7);

    @AutoClose
    private LocalSystem system;

    @BeforeEach
    void theSceneIsSet() {
        system = FaultScene.start(Options.forTest("fault-system").withLines());
    }

    @Test
    void a_minute_of_any_faults_loses_and_doubles_nothing() throws Exception {
        new FaultRun(SEED, ANY, Duration.ofMinutes(1), Duration.ofSeconds(3), Pace.HURRIED)
                .losesAndDoublesNothing(system);
    }

    /** Minutes of one kind at a time, because some things break only when they take long. */
    @ParameterizedTest
    @MethodSource("kinds")
    void minutes_of_one_fault_lose_and_double_nothing(Fault kind) throws Exception {
        new FaultRun(SEED, List.of(kind), Duration.ofMinutes(3), Duration.ofMinutes(2), Pace.STEADY)
                .losesAndDoublesNothing(system);
    }

    /** {@code -Dinterspace.fault.kinds} takes some of them: a regular expression of their names. */
    static Stream<Fault> kinds() {
        String some = System.getProperty("interspace.fault.kinds", ".*");
        return ANY.stream().filter(kind -> kind.name().matches(some));
    }
}
