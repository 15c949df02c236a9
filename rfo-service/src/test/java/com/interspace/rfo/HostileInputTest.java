package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.requested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, it is answered with what is wrong, never with a failure. */
@QuarkusTest
class HostileInputTest {

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "IS-1000042-2\\u0000", "' or '1'='1", "../../etc/passwd"})
    void a_ticket_that_cannot_be_is_404(String ticketId) {
        as(ANNA).body("{\"ticketId\":\"" + ticketId + "\"}")
                .post("/v1/rfos")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "[\"x\"]"})
    void a_ticket_of_the_wrong_type_is_never_a_failure(String ticketId) {
        int status = as(ANNA).body("{\"ticketId\":" + ticketId + "}")
                .post("/v1/rfos")
                .statusCode();

        assertThat(status).isIn(404, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ED%A0%80", "%27%20or%201=1"})
    void a_filter_that_cannot_match_finds_nothing(String ticketId) {
        as(ANNA).urlEncodingEnabled(false)
                .get("/v1/rfos?ticketId=" + ticketId)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-0500-01-01T00:00:00Z", "yesterday"})
    void a_cursor_made_by_hand_is_400(String at) {
        String cursor = Base64.getUrlEncoder()
                .encodeToString(
                        (at + "\u001f" + "1f0c3a52-6a53-4c7e-9d0e-0c8f6f1b7a10").getBytes(StandardCharsets.UTF_8));

        as(ANNA).queryParam("cursor", cursor).get("/v1/rfos").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "x%00y"})
    void an_id_that_cannot_be_is_404(String id) {
        as("agent").urlEncodingEnabled(false).get("/v1/rfos/" + id).then().statusCode(404);
        given().urlEncodingEnabled(false).get("/v1/rfo-documents/" + id).then().statusCode(404);
    }

    @Test
    void control_characters_and_half_characters_in_texts_become_harmless() {
        TicketStory ticket = TicketStory.aResolvedTicket().published();
        Tables.await(ticket.told());
        String id = requested(ticket);

        as("agent")
                .body("{\"text\":\"a\\u0000b\\ud800c\\r\\nd\"}")
                .put("/v1/rfos/" + id + "/sections/summary")
                .then()
                .statusCode(200)
                .body("sections.summary.text", equalTo("a\uFFFDb\uFFFDc\nd"));
        as("agent")
                .body("{\"category\":\"x\\u0000\",\"text\":\"y\",\"fiveWhys\":[\"\\ud800\"]}")
                .put("/v1/rfos/" + id + "/sections/rootCause")
                .then()
                .statusCode(200);
        as("agent")
                .body("{\"to\":\"inReview\",\"comment\":\"a\\u0000b\"}")
                .post("/v1/rfos/" + id + "/transitions")
                .then()
                .statusCode(200);
        read("agent", id).then().body("history.comment", hasItem("a\uFFFDb"));
    }
}
