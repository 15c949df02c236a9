package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.BORIS;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.request;
import static com.interspace.rfo.fixture.Desk.requested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Desk;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an RFO, who does not, and why not. */
@QuarkusTest
class RequestTest {

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @Test
    void the_centre_asks_on_behalf_of_the_reporter() {
        TicketStory ticket = known(TicketStory.aResolvedTicket().closed());

        String id =
                request("agent", ticket.id()).then().statusCode(201).extract().path("id");

        assertThat(Tables.text("select requested_contact from rfo where id = '" + id + "'"))
                .isEqualTo("anna");
    }

    @Test
    void a_customer_is_recognised_as_a_contact_by_his_address() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        assertThat(Tables.text("select requested_contact from rfo where id = '" + id + "'"))
                .isEqualTo("anna");
    }

    @Test
    void a_partner_asks_for_his_account() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());

        request("partner-acme", ticket.id()).then().statusCode(201);
    }

    @Test
    void a_major_outage_is_severe_enough() {
        request(ANNA, known(TicketStory.aTicketOfPriority("major").resolved()).id())
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minor", "low"})
    void a_lesser_outage_gets_no_report(String priority) {
        TicketStory ticket = known(TicketStory.aTicketOfPriority(priority).resolved());

        request(ANNA, ticket.id())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("urn:interspace:problem:rfo-not-available"))
                .body("detail", containsString(priority))
                .body("asOf", equalTo("2026-03-02T10:00:00Z"));
    }

    @Test
    void an_outage_that_goes_on_gets_no_report_yet() {
        request(ANNA, known(TicketStory.aCriticalTicket().workedOn()).id())
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("detail", containsString("inProgress"))
                .body("asOf", equalTo("2026-03-02T08:20:00Z"));
    }

    @Test
    void a_cancelled_ticket_gets_no_report() {
        request(ANNA, known(TicketStory.aCriticalTicket().cancelled()).id())
                .then()
                .statusCode(409);
    }

    @Test
    void a_reopened_ticket_gets_no_report_until_it_is_resolved_again() {
        TicketStory ticket = known(TicketStory.aResolvedTicket().reopened());
        request(ANNA, ticket.id()).then().statusCode(409);

        Tables.await(ticket.resolved().last().publish());

        request(ANNA, ticket.id()).then().statusCode(201);
    }

    @Test
    void a_service_that_was_not_heard_of_yet_is_waited_for() {
        TicketStory ticket = known(TicketStory.aResolvedTicketOn("IS-DIA-0777"));
        request(ANNA, ticket.id())
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("detail", containsString("IS-DIA-0777"));

        Tables.await(News.ofService("IS-DIA-0777", "Europe/Berlin", "DE").publish());

        request(ANNA, ticket.id()).then().statusCode(201).body("due", equalTo("2026-03-09T17:00:00Z"));
    }

    @Test
    void a_ticket_without_a_service_follows_the_calendar_of_the_house() {
        request(ANNA, known(TicketStory.aResolvedTicketOn(null)).id())
                .then()
                .statusCode(201)
                .body("due", equalTo("2026-03-10T16:00:00Z"));
    }

    @Test
    void a_second_request_is_refused_and_names_the_open_one() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String open = requested(ticket);

        request("agent", ticket.id()).then().statusCode(409).body("rfoId", equalTo(open));
    }

    @Test
    void of_many_requests_at_once_exactly_one_opens() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> request(ANNA, ticket.id()).statusCode()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
                .containsExactly(201, 409, 409, 409, 409, 409);
        assertThat(Tables.count("rfo where ticket_id = '" + ticket.id() + "'")).isEqualTo(1);
    }

    @Test
    void after_a_withdrawal_a_new_one_may_be_asked_for() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        Desk.move("agent", requested(ticket), "withdrawn").then().statusCode(200);

        request(ANNA, ticket.id()).then().statusCode(201);
    }

    @Test
    void a_repeated_request_with_the_same_key_gets_the_same_answer() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());

        Response first = requestWithKey(ticket.id());
        Response again = requestWithKey(ticket.id());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_ticket_of_another_account_is_as_unknown_as_one_that_does_not_exist() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());

        request(BORIS, ticket.id()).then().statusCode(404);
        request(BORIS, "IS-9999999-9").then().statusCode(404);
        assertThat(Tables.count("rfo where ticket_id = '" + ticket.id() + "'")).isZero();
    }

    @Test
    void without_a_good_token_nobody_asks() {
        given().contentType(ContentType.JSON)
                .body(Map.of("ticketId", "IS-1000042-2"))
                .post("/v1/rfos")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(LocalParts.expiredToken())
                .contentType(ContentType.JSON)
                .body(Map.of("ticketId", "IS-1000042-2"))
                .post("/v1/rfos")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", "provisioning"})
    void who_neither_suffers_nor_works_on_outages_asks_for_no_report(String who) {
        request(who, "IS-1000042-2").then().statusCode(403);
    }

    @Test
    void a_request_without_a_ticket_names_the_field() {
        as(ANNA).body(Map.of()).post("/v1/rfos").then().statusCode(422).body("violations.field", contains("ticketId"));
        as(ANNA).post("/v1/rfos").then().statusCode(422).body("violations.field", contains("ticketId"));
    }

    @Test
    void broken_json_is_400() {
        as(ANNA).body("{\"ticketId\":").post("/v1/rfos").then().statusCode(400);
    }

    @Test
    void the_request_is_told_to_the_others() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = requested(ticket);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        LocalParts.events("interspace.rfo.v1"))
                .filteredOn(event -> event.key().equals(ticket.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("com.interspace.rfo.requested.v1");
                    assertThat(event.json().at("/rfo/id").asText()).isEqualTo(id);
                    assertThat(event.json().at("/rfo/requestedBy/contactId").asText())
                            .isEqualTo("anna");
                    assertThat(event.json().at("/change/by/party").asText()).isEqualTo("customer");
                }));
    }

    @Test
    void the_list_shows_a_customer_his_own_newest_first_page_by_page() {
        TicketStory first = known(TicketStory.aResolvedTicket());
        TicketStory second = known(TicketStory.aResolvedTicket());
        String older = requested(first);
        MovableClock.shared().advance(Duration.ofMinutes(1));
        String newer = requested(second);

        String cursor = as(ANNA).get("/v1/rfos?limit=1&status=draft")
                .then()
                .statusCode(200)
                .body("items.id", contains(newer))
                .extract()
                .path("nextCursor");
        as(ANNA).queryParam("cursor", cursor)
                .get("/v1/rfos?limit=1&status=draft")
                .then()
                .body("items.id", not(hasItem(newer)))
                .body("items", hasSize(1));
        as(ANNA).get("/v1/rfos?count=true&ticketId=" + first.id())
                .then()
                .header("X-Total-Count", "1")
                .body("items.id", contains(older));
        as(BORIS).get("/v1/rfos?ticketId=" + first.id()).then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=lost", "limit=0", "limit=many"})
    void an_impossible_filter_is_422(String query) {
        as(ANNA).get("/v1/rfos?" + query).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "YQ", "YR9i"})
    void a_cursor_of_somebody_else_is_400(String cursor) {
        as(ANNA).get("/v1/rfos?cursor=" + cursor).then().statusCode(400);
    }

    private static Response requestWithKey(String ticketId) {
        return as(ANNA).header("Idempotency-Key", "key-of-" + ticketId)
                .body(Map.of("ticketId", ticketId))
                .post("/v1/rfos");
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
