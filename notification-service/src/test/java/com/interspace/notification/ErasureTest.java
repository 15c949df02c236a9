package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contactErased;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.publicNote;
import static com.interspace.notification.fixture.Happening.serviceActivated;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Pruning;
import com.interspace.local.fixture.EveryColumn;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.QueryPlan;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is kept of a person is handed to him, erased when he is, and gone when it is old. */
@QuarkusTest
class ErasureTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String id = "karolina-of-" + service;
    private final String name = "Karolina Of " + service;
    private final String email = "Karolina." + service + "@customer.example";
    private final String phone = "+359 2 91" + service.replaceAll("\\D", "");

    @Inject
    DataSource database;

    @Inject
    NotificationConfig config;

    @Inject
    Pruning pruning;

    @All
    List<Forgetful> keepers;

    private void aContactWhoWasToldOfHerTicket() {
        Map<String, Object> karolina =
                Map.of("contactId", id, "name", name, "email", email, "phone", phone, "roles", List.of("technical"));
        serviceActivated("ACME", service, karolina).publish();
        opened("ACME", service, ticket)
                .withTicket("reporter", Map.of("contactId", id))
                .withTicket("summary", "No traffic, says " + name)
                .publish();
        publicNote(2, "ACME", service, ticket, "We called " + name + " at " + phone)
                .withTicket("reporter", Map.of("contactId", id))
                .publish();
        mailsTo(email, 3);
    }

    private ValidatableResponse told(String who, String contact) {
        return RestAssured.given()
                .auth()
                .oauth2(LocalParts.tokenOf(who))
                .get("/v1/contact-preferences/" + contact + "/messages")
                .then();
    }

    private List<String> leftOfHer() throws SQLException {
        return EveryColumn.holding(database, name, email, phone);
    }

    @Test
    void nothing_of_an_erased_contact_is_left_and_she_is_told_nothing_more() throws SQLException {
        aContactWhoWasToldOfHerTicket();
        assertThat(leftOfHer()).contains("message.text", "message.address", "notice.facts", "contact.email");
        mailServerIs("AWAY");
        publicNote(3, "ACME", service, ticket, "Still looking")
                .withTicket("reporter", Map.of("contactId", id))
                .publish();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statesOf(ticket)).contains("queued"));

        contactErased(2, "ACME", service, id, name, email, phone).publish();
        serviceChanged(3, "ACME", service).publish();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(leftOfHer()).isEmpty());
        log("agent", "ticketId=" + ticket + "&state=suppressed").body("items.why", hasItem("The contact was erased"));
        assertThat(statesOf(ticket)).doesNotContain("queued");
    }

    @Test
    void a_contact_is_handed_what_she_was_told_by_a_manager_only() {
        aContactWhoWasToldOfHerTicket();
        told("manager", id)
                .statusCode(200)
                .body("items.address", hasItem(email))
                .body("items.ticketId", hasItem(ticket));
        told("agent", id).statusCode(403);
        told("manager", "nobody").statusCode(404);
    }

    @Test
    void what_is_older_than_is_kept_is_forgotten_and_what_is_not_stays() throws SQLException {
        aContactWhoWasToldOfHerTicket();
        Instant over = Instant.now().plus(config.keep());
        pruning.prune(over.minus(Duration.ofDays(365)));
        assertThat(EveryColumn.holding(database, ticket)).contains("message.ticket_id", "notice.ticket_id");
        pruning.prune(over.plus(Duration.ofDays(1)));
        assertThat(EveryColumn.holding(database, ticket)).doesNotContain("message.ticket_id", "notice.ticket_id");
    }

    @Test
    void what_is_old_is_found_by_an_index_in_every_table_that_forgets() throws SQLException {
        assertThat(keepers)
                .extracting(each -> each.retention().table())
                .contains("message", "notice", "undeliverable_address");
        for (Forgetful keeper : keepers) {
            String delete = keeper.retention().statement().replace("?", "timestamptz '2000-01-01'");
            assertThat(QueryPlan.of(database, delete)).contains("Index Scan").doesNotContain("Seq Scan", "Sort");
        }
    }
}
