package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.request;
import static com.interspace.rfo.fixture.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.local.fixture.EveryColumn;
import com.interspace.local.fixture.MovableClock;
import com.interspace.local.fixture.QueryPlan;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact who is erased leaves outages, timelines and what people wrote in RFOs. */
@QuarkusTest
class ErasureTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String account = "ACCOUNT-" + mark;
    private final String service = "IS-ETH-" + mark;
    private final String name = "Karolina Nn" + mark;
    private final String email = "karolina-" + mark + "@customer.example";
    private final String phone = "+359 2 " + (1_000_000 + Integer.parseInt(mark.substring(0, 5), 16));

    @Inject
    DataSource database;

    @All
    List<Forgetful> keepers;

    @BeforeEach
    void it_is_monday_noon() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void nothing_of_an_erased_contact_is_left() throws SQLException {
        Tables.await(News.ofService(service, account, "k-" + mark, name, email).publish());
        TicketStory ticket = TicketStory.aCriticalTicketOf(account, service)
                .workedOn()
                .answered("We called " + name + " at " + phone)
                .resolved()
                .published();
        Tables.await(ticket.told());
        String id =
                request("agent", ticket.id()).then().statusCode(201).extract().path("id");
        write("agent", id, "rootCause", Map.of("category", "Fibre", "text", name + " saw the digger, ask " + email))
                .then()
                .statusCode(200);
        assertThat(leftOfHer()).contains("service_contact.email", "rfo.edits", "rfo_change.written");

        Tables.await(News.ofErasure(service, account, "k-" + mark, name, email, phone)
                .publish());

        assertThat(leftOfHer()).isEmpty();
        assertThat(read("agent", id).asString()).contains("[erased] saw the digger, ask [erased]");
    }

    @Test
    void what_is_old_is_found_by_an_index_in_every_table_that_forgets() throws SQLException {
        assertThat(keepers).extracting(each -> each.retention().table()).contains("incident");
        for (Forgetful keeper : keepers) {
            String delete = keeper.retention().statement().replace("?", "timestamptz '2000-01-01'");
            assertThat(QueryPlan.of(database, delete)).contains("Index Scan").doesNotContain("Seq Scan", "Sort");
        }
    }

    private List<String> leftOfHer() throws SQLException {
        return EveryColumn.holding(database, name, email, phone);
    }
}
