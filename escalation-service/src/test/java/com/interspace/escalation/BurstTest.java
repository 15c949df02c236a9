package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Whole cities may go dark at once. */
@QuarkusTest
class BurstTest extends EscalationDeskTest {

    @Inject
    SessionFactory sessions;

    @Test
    void many_levels_that_are_due_together_take_as_many_statements_as_a_few() {
        assertThat(statementsToFire(40)).isEqualTo(statementsToFire(2));
    }

    /** Of one batch, on tickets of one service. */
    private long statementsToFire(int levels) {
        a_new_morning();
        AService service = AService.withMatrix().active();
        for (int opened = 0; opened < levels; opened++) {
            ATicket.openOn(service, "critical");
        }
        MovableClock.shared().advance(Duration.ofMinutes(30));
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            assertThat(engine.fireDue()).isEqualTo(levels);
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
