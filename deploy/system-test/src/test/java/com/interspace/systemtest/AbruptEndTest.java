package com.interspace.systemtest;

import com.interspace.local.launch.LocalSystem;
import com.interspace.systemtest.fault.Fault;
import com.interspace.systemtest.fault.FaultRun;
import com.interspace.systemtest.fault.FaultScene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every process of the system ends abruptly while it is at work; afterwards nothing is lost and nothing is doubled. Its
 * name is the first in the order of the alphabet, in which the classes run, because others plant what an auditor would
 * find.
 */
@ExtendWith(TheSystem.class)
class AbruptEndTest {

    /** In the order that this seed makes of them ticket-service goes last: until then there is work. */
    private static final long SEED = 38;

    private static final List<Fault> ABRUPT_ENDS = List.of(
            Fault.TICKET_KILLED,
            Fault.ESCALATION_KILLED,
            Fault.NOTIFICATION_KILLED,
            Fault.RFO_KILLED,
            Fault.BROKER_AWAY,
            Fault.POSTGRESQL_CRASHED);

    @Test
    void the_abrupt_end_of_every_process_loses_and_doubles_nothing(LocalSystem system) throws InterruptedException {
        FaultScene.set(system);
        new FaultRun(SEED, ABRUPT_ENDS, Duration.ZERO, Duration.ofSeconds(1), FaultRun.Pace.HURRIED)
                .losesAndDoublesNothing(system);
        FaultScene.leave(system);
    }
}
