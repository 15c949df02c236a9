package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.publicNote;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.ticket;
import static com.interspace.notification.fixture.Partner.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.interspace.notification.fixture.Happening;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preference per contact: which events, on which channel. */
@QuarkusTest
class PreferenceTest extends NotificationTest {

    private static final String ANNA = "anna@acme.example";

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String me = "contact-of-" + service;
    private final String colleague = "colleague-of-" + service;

    private void a_service_whose_first_contact_signs_in_as_anna() {
        Map<String, Object> anna = contact(me, service);
        anna.put("email", ANNA);
        serviceChanged(1, "ACME", service, anna, contact(colleague, service)).publish();
        everythingHeardUnder(service);
    }

    private Happening byColleague(Happening happening) {
        return happening.withTicket("reporter", Map.of("contactId", colleague));
    }

    private static ValidatableResponse chooses(String who, String contact, String event, String channel) {
        return as(who).body(Map.of("events", List.of(Map.of("eventType", event, "channel", channel))))
                .put("/v1/contact-preferences/" + contact)
                .then();
    }

    @Test
    void what_a_contact_has_switched_off_is_not_sent_but_stands_in_the_log_and_the_rest_arrives() {
        a_service_whose_first_contact_signs_in_as_anna();
        chooses("agent", colleague, "ticket.note-added", "none")
                .statusCode(200)
                .body("events.find { it.eventType == 'ticket.note-added' }.channel", equalTo("none"))
                .body("events.find { it.eventType == 'ticket.opened' }.mandatory", equalTo(true));

        byColleague(opened("ACME", service, ticket)).publish();
        byColleague(publicNote(2, "ACME", service, ticket, "unwanted")).publish();
        byColleague(ticket("resolved", 3, "ACME", service, ticket)).publish();

        assertThat(mailsTo(address(colleague, service), 2))
                .extracting(mail -> mail.subject().replaceAll("^\\[.*?] ", "").split(":")[0])
                .containsExactly("Ticket opened", "Resolved");
        await().atMost(PATIENCE).untilAsserted(() -> log("agent", "state=suppressed&ticketId=" + ticket)
                .body("items.why", equalTo(List.of("The contact has switched off ticket.note-added"))));
    }

    @Test
    void a_customer_chooses_for_himself_only_and_sees_colleagues_but_no_strangers() {
        a_service_whose_first_contact_signs_in_as_anna();

        chooses(ANNA, me, "ticket.closed", "none").statusCode(200);
        as(ANNA).get("/v1/contact-preferences/" + me)
                .then()
                .statusCode(200)
                .body("account", equalTo("ACME"))
                .body("events.find { it.eventType == 'ticket.closed' }.channel", equalTo("none"));
        chooses(ANNA, colleague, "ticket.closed", "none").statusCode(403);
        as(ANNA).get("/v1/contact-preferences/" + colleague).then().statusCode(200);
        as("boris@globex.example").get("/v1/contact-preferences/" + me).then().statusCode(404);
        chooses("boris@globex.example", me, "ticket.closed", "none").statusCode(404);
        as("agent").get("/v1/contact-preferences/nobody").then().statusCode(404);
        chooses("provisioning", me, "ticket.closed", "none").statusCode(403);
        chooses("ops", me, "ticket.closed", "none").statusCode(403);
    }

    @Test
    void of_two_who_choose_for_the_first_time_at_the_same_moment_the_later_one_is_right() throws Exception {
        a_service_whose_first_contact_signs_in_as_anna();
        try (Connection other = connect();
                Connection look = connect()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("insert into contact_preference (account, contact_id, muted, changed_at) values ('ACME', '"
                            + me + "', '{ticket.closed}', now())");
            var later = CompletableFuture.supplyAsync(() ->
                    chooses("agent", me, "ticket.note-added", "none").extract().statusCode());
            await().until(() -> waiting(look, "contact_preference") == 1);
            other.commit();

            assertThat(later.get()).isEqualTo(200);
        }
        as("agent")
                .get("/v1/contact-preferences/" + me)
                .then()
                .body("events.findAll { it.channel == 'none' }.eventType", equalTo(List.of("ticket.note-added")));
    }

    @ParameterizedTest
    @CsvSource({
        "ticket.opened,            none,   events[0].channel,   cannot be switched off",
        "rfo.published,            none,   events[0].channel,   cannot be switched off",
        "ticket.note-added,        pigeon, events[0].channel,   email",
        "ticket.exploded,          email,  events[0].eventType, GET",
        "escalation.level-skipped, none,   events[0].eventType, GET"
    })
    void what_cannot_be_chosen_is_named(String event, String channel, String field, String remedy) {
        a_service_whose_first_contact_signs_in_as_anna();

        chooses("agent", me, event, channel)
                .statusCode(422)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(remedy));
    }

    @Test
    void an_empty_wish_is_named_and_broken_json_is_refused() {
        a_service_whose_first_contact_signs_in_as_anna();

        as("agent")
                .body("{}")
                .put("/v1/contact-preferences/" + me)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("events"));
        as("agent").body("{").put("/v1/contact-preferences/" + me).then().statusCode(400);
    }

    @Test
    void a_contact_id_of_two_accounts_needs_its_account() {
        String twin = "twin-of-" + service;
        String other = anyServiceId();
        serviceChanged(1, "ACME", service, contact(twin, service)).publish();
        serviceChanged(1, "GLOBEX", other, contact(twin, other)).publish();
        everythingHeardUnder(service, other);

        as("agent").get("/v1/contact-preferences/" + twin).then().statusCode(422);
        as("agent")
                .get("/v1/contact-preferences/" + twin + "?account=GLOBEX")
                .then()
                .statusCode(200)
                .body("account", equalTo("GLOBEX"));
        as(ANNA).get("/v1/contact-preferences/" + twin).then().statusCode(200).body("account", equalTo("ACME"));
        as(ANNA).get("/v1/contact-preferences/" + twin + "?account=GLOBEX")
                .then()
                .statusCode(404);
    }
}
