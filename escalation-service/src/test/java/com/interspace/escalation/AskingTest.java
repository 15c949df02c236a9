package com.interspace.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AskingTest extends EscalationDeskTest {

    private static final Map<String, ?> PROGRESS = Map.of("reason", "progress");

    @ParameterizedTest
    @ValueSource(strings = {ANNA, PARTNER})
    void the_first_request_of_a_customer_is_granted_at_once(String customer) {
        ATicket ticket = aTicket();

        ask(customer, ticket.id(), PROGRESS)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("level", equalTo(1))
                .body("history", hasSize(1))
                .body("history[0].cause", equalTo("customer"))
                .body("history[0].reason", equalTo("progress"))
                .body("history[0].requestedBy", notNullValue())
                .body("history[0].confirmedByClock", equalTo(false))
                .body("history[0].told[0].email", equalTo("shift-lead@interspace.example"));
    }

    @Test
    void the_history_names_the_customer_and_the_event_only_his_id() {
        ATicket ticket = aTicket();
        ask(ANNA, ticket.id(), PROGRESS).then().body("history[0].requestedBy", equalTo("Anna Petrova"));

        assertThat(eventOf(ticket).getString("change.requestedBy")).isEqualTo(ANNA);
        assertThat(eventOf(ticket).getString("change.cause")).isEqualTo("customer");
    }

    @Test
    void the_next_request_has_to_wait_a_quarter_of_an_hour() {
        ATicket ticket = aTicket();
        String earliestAt = now().plus(Duration.ofMinutes(15)).toString();
        ask(ANNA, ticket.id(), PROGRESS).then().statusCode(200);
        timePasses(Duration.ofMinutes(15).minusMillis(1));

        ask(ANNA, ticket.id(), PROGRESS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:interspace:problem:escalation-too-soon"))
                .body("earliestAt", equalTo(earliestAt));
        timePasses(Duration.ofMillis(1));
        ask(ANNA, ticket.id(), PROGRESS).then().statusCode(200).body("level", equalTo(2));
    }

    @Test
    void a_double_click_is_harmless() throws Exception {
        ATicket ticket = aTicket();
        Map<String, ?> request = Map.of("reason", "progress", "expectedLevel", 1);

        List<Response> answers = atTheSameTime(() -> ask(ANNA, ticket.id(), request));

        for (Response answer : answers) {
            answer.then().statusCode(200).body("level", equalTo(1)).body("history", hasSize(1));
        }
        assertThat(stepsOf(ticket.id())).containsExactly("1 reached customer");
    }

    @Test
    void the_same_request_again_gets_the_same_answer() {
        ATicket ticket = aTicket();
        String key = "key-" + ticket.id();

        Response first = askWithKey(ticket, key, PROGRESS);
        Response second = askWithKey(ticket, key, PROGRESS);

        second.then().statusCode(200);
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        askWithKey(ticket, key, Map.of("reason", "repair-overdue")).then().statusCode(422);
        assertThat(stepsOf(ticket.id())).hasSize(1);
    }

    @Test
    void a_customer_who_expects_more_than_the_next_level_is_told_which_it_is() {
        ask(ANNA, aTicket().id(), Map.of("reason", "progress", "expectedLevel", 3))
                .then()
                .statusCode(409)
                .body("level", equalTo(0))
                .body("nextLevel", equalTo(1));
    }

    @Test
    void the_clock_confirms_what_the_customer_says() {
        ATicket ticket = aTicket();
        timePasses(Duration.ofMinutes(15));
        ticket.breached("response").tell();
        timePasses(Duration.ZERO);

        ask(ANNA, ticket.id(), Map.of("reason", "response-overdue"))
                .then()
                .statusCode(200)
                .body("level", equalTo(2))
                .body("history[1].confirmedByClock", equalTo(true));
        timePasses(Duration.ofMinutes(15));
        ask(ANNA, ticket.id(), Map.of("reason", "repair-overdue"))
                .then()
                .statusCode(200)
                .body("history[2].confirmedByClock", equalTo(false));
    }

    @Test
    void age_does_not_repeat_a_level_that_was_reached_by_hand() {
        ATicket ticket = aTicket();
        ask(ANNA, ticket.id(), PROGRESS).then().statusCode(200);

        timePasses(Duration.ofMinutes(30));
        assertThat(levelOf(ticket.id())).isEqualTo(1);
        timePasses(Duration.ofMinutes(30));

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached customer", "2 reached age");
    }

    @Test
    void at_the_top_there_is_no_next_level() {
        ATicket ticket = aTicket();
        timePasses(Duration.ofHours(8));

        ask(ANNA, ticket.id(), PROGRESS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:interspace:problem:escalation-at-the-top"))
                .body("level", equalTo(5));
    }

    @Test
    void a_ticket_that_has_ended_or_waits_cannot_be_escalated() {
        ATicket ticket = aTicket();
        ticket.paused().tell();
        ask(ANNA, ticket.id(), PROGRESS)
                .then()
                .statusCode(409)
                .body("ticketStatus", equalTo("pending"))
                .body("paused", equalTo(true));

        ticket.resumed().tell();
        ticket.resolved().tell();
        ask(AGENT, ticket.id(), byPhone(null))
                .then()
                .statusCode(409)
                .body("ticketStatus", equalTo("resolved"))
                .body("paused", equalTo(false));
        assertThat(stepsOf(ticket.id())).isEmpty();
    }

    @Test
    void a_ticket_whose_service_is_not_known_yet_asks_for_a_moment() {
        ATicket ticket = ATicket.openOn(AService.withMatrix(), "critical");

        ask(ANNA, ticket.id(), PROGRESS)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("asOf", equalTo(now().toString()));
    }

    @Test
    void the_centre_takes_a_ticket_to_any_level_and_says_who_asked() {
        ATicket ticket = aTicket();

        ask(AGENT, ticket.id(), byPhone(3))
                .then()
                .statusCode(200)
                .body("level", equalTo(3))
                .body("history.to", contains(1, 2, 3))
                .body("history.outcome", contains("skipped", "skipped", "reached"))
                .body("history[2].cause", equalTo("centre"))
                .body("history[2].reason", equalTo("The customer called"))
                .body("history[2].requestedBy", equalTo("Anna Petrova"));
        assertThat(eventOf(ticket).getString("change.requestedBy")).isEqualTo(AGENT);
        ask(MANAGER, ticket.id(), byPhone(null)).then().statusCode(200).body("level", equalTo(4));
    }

    @Test
    void the_centre_may_go_where_the_priority_never_climbs() {
        ATicket minor = ATicket.openOn(AService.withMatrix().active(), "minor");

        ask(AGENT, minor.id(), byPhone(5)).then().statusCode(200).body("level", equalTo(5));
        timePasses(Duration.ofDays(10));

        assertThat(levelOf(minor.id())).isEqualTo(5);
    }

    @Test
    void the_centre_asking_for_the_same_level_again_changes_nothing_and_for_a_lower_one_is_refused() {
        ATicket ticket = aTicket();
        ask(AGENT, ticket.id(), byPhone(3)).then().statusCode(200);

        ask(AGENT, ticket.id(), byPhone(3)).then().statusCode(200).body("history", hasSize(3));
        ask(AGENT, ticket.id(), byPhone(2))
                .then()
                .statusCode(409)
                .body("level", equalTo(3))
                .body("wanted", equalTo(2));
        ask(AGENT, ticket.id(), byPhone(6)).then().statusCode(422).body("violations.field", contains("level"));
    }

    @Test
    void a_request_that_is_incomplete_names_every_field() {
        ATicket ticket = aTicket();

        ask(ANNA, ticket.id(), Map.of()).then().statusCode(422).body("violations.field", contains("reason"));
        ask(ANNA, ticket.id(), Map.of("reason", "anger", "level", 5, "expectedLevel", 0))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("reason", "level", "expectedLevel"));
        ask(AGENT, ticket.id(), Map.of("level", 0))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("reason", "requestedBy", "level"));
        ask(AGENT, ticket.id(), Map.of("reason", "x".repeat(501), "requestedBy", "x".repeat(101)))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("reason", "requestedBy"));
        assertThat(stepsOf(ticket.id())).isEmpty();
    }

    @Test
    void a_body_that_is_none_is_malformed() {
        String path = "/v1/escalations/" + aTicket().id();

        as(ANNA).body("{\"reason\"").post(path).then().statusCode(400).contentType("application/problem+json");
        as(ANNA).post(path).then().statusCode(400);
        as(ANNA).body("{\"reason\": \"progress\", \"expectedLevel\": \"two\"}")
                .post(path)
                .then()
                .statusCode(422);
    }

    @Test
    void a_ticket_of_another_account_is_not_found() {
        ATicket ticket = aTicket();

        read(BORIS, ticket.id()).then().statusCode(404).contentType("application/problem+json");
        ask(BORIS, ticket.id(), PROGRESS).then().statusCode(404);
        read(ANNA, "IS-0000000-0").then().statusCode(404);
        ask(AGENT, "IS-0000000-0", byPhone(null)).then().statusCode(404);
        as(ANNA).get("/v1/escalations/%00").then().statusCode(404);
    }

    @Test
    void who_is_not_known_is_401_and_who_may_not_is_403() {
        String path = "/v1/escalations/" + aTicket().id();

        given().get(path).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2(LocalParts.expiredToken()).get(path).then().statusCode(401);
        as(PROVISIONING).get(path).then().statusCode(403);
        as(OPS).get(path).then().statusCode(200);
        as(OPS).body(byPhone(null)).post(path).then().statusCode(403);
    }

    private static ATicket aTicket() {
        return ATicket.openOn(AService.withMatrix().active(), "critical");
    }

    private static Map<String, ?> byPhone(Integer level) {
        return level == null
                ? Map.of("reason", "The customer called", "requestedBy", "Anna Petrova")
                : Map.of("reason", "The customer called", "requestedBy", "Anna Petrova", "level", level);
    }

    private static Response askWithKey(ATicket ticket, String key, Map<String, ?> request) {
        return as(ANNA).header("Idempotency-Key", key).body(request).post("/v1/escalations/" + ticket.id());
    }

    private static JsonPath eventOf(ATicket ticket) {
        return JsonPath.from(Tables.texts("select body from outbox where key = '" + ticket.id()
                        + "' and type like '%level-reached%' order by position desc")
                .get(0));
    }

    private static List<Response> atTheSameTime(Callable<Response> request) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Response>> answers = two.invokeAll(List.of(request, request));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }
}
