package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.local.fixture.EveryColumn;
import com.interspace.local.fixture.QueryPlan;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A contact who is erased leaves the histories of climbs. */
@QuarkusTest
class ErasureTest extends EscalationDeskTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Karolina Nn" + mark;
    private final String email = "karolina-" + mark + "@acme.example";
    private final String phone = "+359 2 " + (1_000_000 + Integer.parseInt(mark.substring(0, 5), 16));

    @Inject
    DataSource database;

    @All
    List<Forgetful> keepers;

    @Test
    void nothing_of_an_erased_contact_is_left() throws SQLException {
        AService service = AService.withMatrix().active();
        ATicket ticket = ATicket.openOn(service, "critical");
        ask(
                        AGENT,
                        ticket.id(),
                        Map.of("reason", "Called from " + phone, "level", 2, "requestedBy", name + ", " + email))
                .then()
                .statusCode(200);
        assertThat(leftOfHer()).contains("climb_step.reason", "climb_step.requested_by");

        service.contactErased(name, email, phone, "subject-" + mark).tell();

        assertThat(leftOfHer()).isEmpty();
        assertThat(escalationOf(ticket.id()).getList("history.requestedBy", String.class))
                .contains("[erased], [erased]");
    }

    @Test
    void what_is_old_is_found_by_an_index_in_every_table_that_forgets() throws SQLException {
        assertThat(keepers).extracting(each -> each.retention().table()).contains("ticket_news");
        for (Forgetful keeper : keepers) {
            String delete = keeper.retention().statement().replace("?", "timestamptz '2000-01-01'");
            assertThat(QueryPlan.of(database, delete)).contains("Index Scan").doesNotContain("Seq Scan", "Sort");
        }
    }

    private List<String> leftOfHer() throws SQLException {
        return EveryColumn.holding(database, name, email, phone);
    }
}
