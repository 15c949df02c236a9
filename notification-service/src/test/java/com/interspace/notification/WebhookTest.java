package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.publicNote;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.ticket;
import static com.interspace.notification.fixture.Partner.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.fixture.MovableClock;
import com.interspace.notification.fixture.NotificationTest;
import com.interspace.notification.fixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookTest extends NotificationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATIONS = "operations@interspace.example";

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String hook = Partner.anyHook();

    @AfterEach
    void nobody_listens_any_more() {
        Partner.endsEverySubscription();
    }

    @Test
    void a_partner_gets_a_signed_thin_event_that_he_can_verify() throws JsonProcessingException {
        Partner.subscribed(urlOf(hook), "ticket.opened");
        String secret = Partner.getsASecret();

        opened("ACME", service, ticket).withTicket("externalId", "PARTNER-7").publish();

        JsonNode request = arrived(1).get(0);
        assertThat(Partner.believes(request, secret)).isTrue();
        assertThat(Partner.believes(request, "whsec_" + "A".repeat(44))).isFalse();
        assertThat(header(request, "webhook-id")).matches("msg_[0-9a-f]{32}");
        assertThat(header(request, "content-type")).isEqualTo("application/json");
        JsonNode body = JSON.readTree(request.path("body").asText());
        assertThat(body.path("type").asText()).isEqualTo("ticket.opened");
        assertThat(body.path("timestamp").asText()).isEqualTo("2026-03-02T08:15:00Z");
        assertThat(body.at("/data/ticketId").asText()).isEqualTo(ticket);
        assertThat(body.at("/data/externalId").asText()).isEqualTo("PARTNER-7");
        assertThat(body.at("/data/href").asText()).isEqualTo("http://localhost:8080/v1/tickets/" + ticket);
        assertThat(body.toString()).doesNotContain("No traffic", "anna");
    }

    @Test
    void a_partner_and_a_mail_are_told_in_the_trace_of_the_event_and_the_mail_does_not_show_it() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Partner.subscribed(urlOf(hook), "ticket.opened");
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();

        opened("ACME", service, ticket).publishInTrace("00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(header(arrived(1).get(0), "traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(onlyMailTo(address("anna", service)).toString()).doesNotContain(trace);
    }

    @Test
    void what_was_not_asked_for_what_is_internal_and_what_is_anothers_never_arrives() {
        Partner.subscribed(urlOf(hook), "ticket.note-added", "ticket.opened");
        String foreign = anyTicketId();

        ticket("note-added", 1, "ACME", service, ticket, "visibility", "internal", "noteId", "n1", "text", "S3cret")
                .publish();
        ticket("status-changed", 2, "ACME", service, ticket).publish();
        opened("GLOBEX", service, foreign).publishUnder(ticket);
        opened("ACME", service, ticket).publish();

        assertThat(typesOf(arrived(1))).containsExactly("ticket.opened");
        assertThat(received(hook).toString()).doesNotContain("S3cret", foreign);
    }

    @Test
    void the_events_of_a_ticket_arrive_in_order_although_the_endpoint_is_in_trouble_in_between() {
        Partner.subscribed(urlOf(hook), "ticket.opened", "ticket.note-added", "ticket.resolved");
        hookIs(hook, "503");
        opened("ACME", service, ticket).publish();
        publicNote(2, "ACME", service, ticket, "one").publish();
        publicNote(3, "ACME", service, ticket, "two").publish();
        ticket("resolved", 4, "ACME", service, ticket).publish();
        everythingHeardUnder(ticket);
        assertThat(typesOf(received(hook))).containsOnly("ticket.opened");

        hookIs(hook, "204");
        MovableClock.shared().leap(Duration.ofHours(1));

        List<JsonNode> confirmed = confirmed(4);
        assertThat(typesOf(confirmed))
                .containsExactly("ticket.opened", "ticket.note-added", "ticket.note-added", "ticket.resolved");
        assertThat(idsOf(confirmed)).doesNotHaveDuplicates();
        assertThat(idsOf(received(hook))).containsOnlyElementsOf(idsOf(confirmed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "302", "404", "HANG", "DROP"})
    void a_delivery_that_was_not_confirmed_is_repeated_under_the_same_id_and_no_redirect_is_followed(String manner) {
        String id = Partner.subscribed(urlOf(hook), "ticket.opened");
        hookIs(hook, manner);
        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> deliveries(id, "").stream().anyMatch(each -> each.get("why") != null));
        assertThat(deliveries(id, "").get(0)).containsEntry("state", "queued");

        hookIs(hook, "SLOW");
        MovableClock.shared().leap(Duration.ofHours(1));

        List<JsonNode> confirmed = confirmed(1);
        assertThat(idsOf(received(hook))).containsOnly(idsOf(confirmed).get(0));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries(id, "").get(0)).containsEntry("state", "delivered"));
    }

    @Test
    void an_endpoint_that_hangs_holds_up_no_other() {
        String other = Partner.anyHook();
        Partner.subscribed(urlOf(hook), "ticket.opened");
        Partner.subscribed(urlOf(other), "ticket.opened");
        hookIs(hook, "HANG");

        for (int i = 0; i < 10; i++) {
            opened("ACME", service, anyTicketId()).publish();
        }

        await().atMost(PATIENCE).until(() -> Set.copyOf(idsOf(received(other))).size() == 10);
    }

    @Test
    void an_endpoint_that_is_dead_for_48_hours_is_suspended_and_reported_and_what_it_missed_can_be_replayed() {
        String id = Partner.subscribed(urlOf(hook), "ticket.opened", "ticket.resolved", "ticket.closed");
        hookIs(hook, "503");
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> deliveries(id, "").stream().anyMatch(each -> each.get("why") != null));

        MovableClock.shared().leap(Duration.ofHours(48));

        await().atMost(PATIENCE).until(() -> "suspended".equals(subscription(id).get("state")));
        assertThat(subscription(id).get("why").toString()).contains("Given up after", "503");
        await().atMost(PATIENCE).until(() -> mailsSoFarTo(OPERATIONS).stream()
                .anyMatch(mail -> mail.subject().equals("[" + ticket + "] Not told: " + id + " (webhook)")));
        ticket("resolved", 2, "ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> deliveries(id, "&state=suppressed").size() == 1);

        hookIs(hook, "204");
        Partner.as(Partner.NAME)
                .body(Map.of())
                .post("/v1/webhooks/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("repeated", org.hamcrest.Matchers.equalTo(2))
                .body("webhook.state", org.hamcrest.Matchers.equalTo("active"));

        assertThat(typesOf(confirmed(2))).containsExactly("ticket.opened", "ticket.resolved");
        assertThat(mailsSoFarTo(address("anna", service)))
                .noneMatch(mail -> mail.subject().contains("Not told"));
    }

    @Test
    void an_endpoint_that_says_that_it_is_gone_is_suspended_at_once() {
        String id = Partner.subscribed(urlOf(hook), "ticket.opened");
        hookIs(hook, "410");

        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE).until(() -> "suspended".equals(subscription(id).get("state")));
        assertThat(deliveries(id, "&state=failed")).hasSize(1);
    }

    @Test
    void a_replay_begins_behind_the_cursor_and_keeps_order_and_ids() {
        String id = Partner.subscribed(urlOf(hook), "ticket.opened", "ticket.resolved", "ticket.closed");
        opened("ACME", service, ticket).publish();
        ticket("resolved", 2, "ACME", service, ticket).publish();
        ticket("closed", 3, "ACME", service, ticket).publish();
        List<String> ids = idsOf(arrived(3));
        String cursor = deliveries(id, "").stream()
                .filter(delivery -> delivery.get("eventType").equals("ticket.opened"))
                .map(delivery -> delivery.get("cursor").toString())
                .findFirst()
                .orElseThrow();
        await().atMost(PATIENCE).until(() -> deliveries(id, "&state=delivered").size() == 3);

        Partner.as(Partner.NAME)
                .body(Map.of("cursor", cursor))
                .post("/v1/webhooks/" + id + "/replay")
                .then()
                .statusCode(200);

        assertThat(idsOf(arrived(5))).containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(1), ids.get(2));
        Partner.as(Partner.NAME)
                .body(Map.of("cursor", "nonsense"))
                .post("/v1/webhooks/" + id + "/replay")
                .then()
                .statusCode(400);
    }

    @Test
    void after_a_rotation_old_and_new_secret_sign_for_a_day_and_then_the_new_one_alone() {
        Partner.subscribed(urlOf(hook), "ticket.opened");
        String old = Partner.getsASecret();
        String fresh = Partner.getsASecret();
        opened("ACME", service, ticket).publish();
        JsonNode first = arrived(1).get(0);
        assertThat(Partner.believes(first, old)).isTrue();
        assertThat(Partner.believes(first, fresh)).isTrue();

        MovableClock.shared().leap(Duration.ofHours(25));
        opened("ACME", service, anyTicketId()).publish();

        JsonNode second = arrived(2).get(1);
        assertThat(Partner.believes(second, old)).isFalse();
        assertThat(Partner.believes(second, fresh)).isTrue();
    }

    @Test
    void a_test_says_at_once_how_it_ended() {
        String id = Partner.subscribed(urlOf(hook), "ticket.opened");
        String secret = Partner.getsASecret();

        assertThat(tested(id)).containsEntry("delivered", true);
        assertThat(typesOf(received(hook))).containsExactly("webhook.test");
        assertThat(Partner.believes(received(hook).get(0), secret)).isTrue();
        hookIs(hook, "500");
        assertThat(tested(id)).containsEntry("delivered", false).containsEntry("why", "The endpoint answered 500");
        assertThat(deliveries(id, "")).isEmpty();
    }

    @Test
    void what_still_waits_for_an_ended_subscription_is_withheld() {
        String id = Partner.subscribed(urlOf(hook), "ticket.opened");
        hookIs(hook, "503");
        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> !received(hook).isEmpty());

        Partner.as(Partner.NAME).delete("/v1/webhooks/" + id).then().statusCode(204);
        MovableClock.shared().leap(Duration.ofHours(1));

        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("suppressed"));
        Partner.as(Partner.NAME).get("/v1/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void lag_attempts_and_failures_of_each_channel_are_published() {
        Partner.subscribed(urlOf(hook), "ticket.opened");
        hookIs(hook, "410");
        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("failed"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RestAssured.get("/q/metrics").asString())
                        .contains(
                                "interspace_notification_attempts_total{channel=\"webhook\",outcome=\"refused\"",
                                "interspace_notification_attempts_total{channel=\"email\",outcome=\"sent\"",
                                "interspace_notification_lag_seconds_count{channel=\"email\"",
                                "interspace_notification_due{channel=\"webhook\"",
                                "interspace_notification_due_seconds{channel=\"chat\""));
    }

    private List<JsonNode> arrived(int atLeast) {
        return await().atMost(PATIENCE).until(() -> received(hook), requests -> requests.size() >= atLeast);
    }

    /** What the endpoint has taken, in the order in which it did. */
    private List<JsonNode> confirmed(int howMany) {
        return await().atMost(PATIENCE)
                .until(
                        () -> received(hook).stream()
                                .filter(request -> List.of("204", "SLOW")
                                        .contains(request.path("manner").asText()))
                                .toList(),
                        requests -> requests.size() == howMany);
    }

    private static List<String> typesOf(List<JsonNode> requests) {
        return requests.stream().map(WebhookTest::typeOf).toList();
    }

    private static String typeOf(JsonNode request) {
        try {
            return JSON.readTree(request.path("body").asText()).path("type").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> idsOf(List<JsonNode> requests) {
        return requests.stream().map(request -> header(request, "webhook-id")).toList();
    }

    private static List<Map<String, Object>> deliveries(String id, String query) {
        return Partner.as(Partner.NAME)
                .get("/v1/webhooks/" + id + "/deliveries?limit=50" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static Map<String, Object> subscription(String id) {
        return Partner.as("ops")
                .get("/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    private static Map<String, Object> tested(String id) {
        return Partner.as(Partner.NAME)
                .post("/v1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }
}
