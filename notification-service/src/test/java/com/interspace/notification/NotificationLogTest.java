package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.level;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.teamAddress;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.interspace.local.fixture.LocalParts;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NotificationLogTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();

    private void a_ticket_of_acme_that_has_climbed() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        level("reached", 2, "ACME", service, ticket, 1, "Maria").publish();
        mailsTo(address("anna", service), 2);
        mailsTo(teamAddress("Maria", ticket), 1);
        await().atMost(PATIENCE).until(() -> statesOf(ticket).stream().allMatch("sent"::equals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "ops"})
    void the_centre_and_operations_see_every_message(String who) {
        a_ticket_of_acme_that_has_climbed();

        log(who, "ticketId=" + ticket).statusCode(200).body("items", hasSize(4)).body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@acme.example", "partner-acme"})
    void customers_see_what_their_own_contacts_were_told_and_none_of_our_people(String who) {
        a_ticket_of_acme_that_has_climbed();

        log(who, "ticketId=" + ticket)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.recipient", everyItem(equalTo("anna")))
                .body("items.channel", everyItem(equalTo("email")))
                .body("items.messageId", everyItem(startsWith("<ticket." + ticket)))
                .body(not(containsString("interspace.example\",\"channel")))
                .body(not(containsString("maria")));
    }

    @Test
    void a_foreign_customer_sees_nothing() {
        a_ticket_of_acme_that_has_climbed();

        log("boris@globex.example", "ticketId=" + ticket).statusCode(200).body("items", empty());
        log("boris@globex.example", "serviceId=" + service).statusCode(200).body("items", empty());
        assertThat(log("boris@globex.example", "limit=200").extract().<String>path("items.ticketId.join()"))
                .doesNotContain(ticket);
    }

    @Test
    void pages_follow_each_other_without_gap_and_without_repetition() {
        a_ticket_of_acme_that_has_climbed();

        String all = log("agent", "count=true&ticketId=" + ticket)
                .header("X-Total-Count", "4")
                .extract()
                .path("items.id.join()");
        String first = log("agent", "limit=2&ticketId=" + ticket).extract().path("items.id.join()");
        String cursor = log("agent", "limit=2&ticketId=" + ticket).extract().path("nextCursor");
        String second = log("agent", "limit=2&ticketId=" + ticket + "&cursor=" + cursor)
                .body("nextCursor", nullValue())
                .extract()
                .path("items.id.join()");

        assertThat(first + second).isEqualTo(all);
    }

    @Test
    void the_log_can_be_asked_for_a_state() {
        a_ticket_of_acme_that_has_climbed();

        log("agent", "state=sent&ticketId=" + ticket).body("items", hasSize(4));
        log("agent", "state=failed&ticketId=" + ticket).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "state=nowhere,   422, state",
        "limit=0,         422, limit",
        "limit=ten,       422, limit",
        "cursor=nonsense, 400, cursor",
        "cursor=eHl6,     400, cursor"
    })
    void an_impossible_question_is_refused_with_the_field(String query, int status, String field) {
        log("agent", query)
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(field));
    }

    @Test
    void without_a_token_or_with_an_old_one_there_is_no_answer() {
        given().get("/v1/notifications").then().statusCode(401);
        given().auth()
                .oauth2(LocalParts.expiredToken())
                .get("/v1/notifications")
                .then()
                .statusCode(401);
        given().auth().oauth2("nonsense").get("/v1/notifications").then().statusCode(401);
    }

    @Test
    void provisioning_may_not_read_the_log() {
        log("provisioning", "limit=1").statusCode(403);
    }
}
