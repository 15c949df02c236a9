package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.BORIS;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.sendBack;
import static com.interspace.rfo.fixture.Desk.write;
import static com.interspace.rfo.fixture.Desk.writeTheRest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.interspace.chassis.timer.TimerEngine;
import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Desk;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import com.interspace.rfo.fixture.ToldEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work on an RFO between the request and the publication, through the public doors. */
@QuarkusTest
class ReviewTest {

    @Inject
    TimerEngine timers;

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @Test
    void who_wrote_in_it_may_not_approve_it() {
        String id = inReview();

        move("agent", id, "approved").then().statusCode(403).contentType("application/problem+json");
        move("manager", id, "approved").then().statusCode(200);
        move("agent", id, "published").then().statusCode(403);
    }

    @Test
    void what_is_missing_blocks_the_approval_and_is_listed() {
        String id = requested(known(TicketStory.aResolvedTicket()));
        move("agent", id, "inReview").then().statusCode(200);

        move("agent2", id, "approved").then().statusCode(409).body("missing", contains("rootCause", "measures"));
    }

    @Test
    void a_move_that_is_not_allowed_names_the_status_and_the_allowed_ones() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        move("agent", id, "published")
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("draft"))
                .body("allowedStatuses", containsInAnyOrder("inReview", "withdrawn"));
    }

    @Test
    void a_reopened_ticket_blocks_the_approval_and_the_due_date_stays() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = inReview(ticket);
        Tables.await(ticket.reopened().last().publish());

        move("agent2", id, "approved")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:interspace:problem:ticket-reopened"));
        read("agent", id).then().body("status", equalTo("inReview")).body("due", equalTo("2026-03-10T16:00:00Z"));
    }

    @Test
    void after_a_second_resolution_it_is_reviewed_anew() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = inReview(ticket);
        Tables.await(ticket.reopened().last().publish());
        Tables.await(ticket.resolved().last().publish());
        move("agent2", id, "approved").then().statusCode(409);

        sendBack("agent2", id, "The fault came back").then().statusCode(200);
        move("agent", id, "inReview").then().statusCode(200);

        move("agent2", id, "approved")
                .then()
                .statusCode(200)
                .body("timeline.text", hasItem("Reopened by the customer: Down again"));
    }

    @Test
    void what_arrives_during_the_review_waits_for_the_next_draft() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = inReview(ticket);
        ToldEvent late = News.ofLevelReached(ticket.id()).publish();
        Tables.await(late);

        read("agent", id).then().body("timeline.eventId", not(hasItem(late.id())));
        sendBack("agent2", id, "A level is missing").then().body("timeline.eventId", hasItem(late.id()));
    }

    @Test
    void sending_back_needs_a_comment_and_the_comment_is_kept() {
        String id = inReview();

        move("agent2", id, "draft").then().statusCode(422).body("violations.field", contains("comment"));
        sendBack("agent2", id, "Name the card").then().statusCode(200);

        read("agent", id).then().body("history.comment", hasItem("Name the card"));
    }

    @Test
    void only_a_draft_is_written_in() {
        String id = inReview();

        write("agent", id, "summary", Map.of("text", "Late"))
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("inReview"));
    }

    @Test
    void the_editor_of_a_section_is_recorded() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        write("manager", id, "summary", Map.of("text", "In my words.")).then().statusCode(200);

        read("agent", id)
                .then()
                .body("history[1].by", equalTo("Maria Manager"))
                .body("history[1].section", equalTo("summary"));
    }

    @Test
    void every_section_that_persons_write_can_be_written() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        for (String prose : List.of("summary", "resolution", "detection", "target")) {
            write("agent", id, prose, Map.of("text", "About " + prose))
                    .then()
                    .statusCode(200)
                    .body("sections." + prose + ".text", equalTo("About " + prose));
        }
        write(
                        "agent",
                        id,
                        "impact",
                        Map.of(
                                "text",
                                "Half of it",
                                "services",
                                List.of(Map.of(
                                        "serviceId", "IS-DIA-0001",
                                        "state", "degraded",
                                        "from", "2026-03-02T08:00:00Z",
                                        "to", "2026-03-02T08:30:00Z"))))
                .then()
                .statusCode(200)
                .body("sections.impact.services[0].duration", equalTo("PT30M"));
        write(
                        "agent",
                        id,
                        "measures",
                        Map.of("actions", List.of(Map.of("text", "Mark it", "owner", "Field", "due", "2026-04-30"))))
                .then()
                .statusCode(200)
                .body("sections.measures.actions[0].due", equalTo("2026-04-30"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "summary   | {} | text",
                "summary   | {\"text\":\"  \"} | text",
                "rootCause | {\"text\":\"x\"} | category",
                "rootCause | {\"category\":\"c\",\"text\":\"x\",\"fiveWhys\":[\"\"]} | fiveWhys[0]",
                "rootCause | {\"category\":\"c\",\"text\":\"x\",\"fiveWhys\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]} | fiveWhys",
                "measures  | {} | text",
                "measures  | {\"actions\":[{\"text\":\"t\",\"owner\":\"o\",\"due\":\"soon\"}]} | actions[0].due",
                "measures  | {\"actions\":[{\"text\":\"t\",\"due\":\"2026-04-30\"}]} | actions[0].owner",
                "measures  | {\"actions\":[null]} | actions[0]",
                "impact    | {} | services",
                "impact    | {\"services\":[{\"serviceId\":\"s\",\"state\":\"sad\",\"from\":\"2026-03-02T08:00:00Z\"}]} | services[0].state",
                "timeline  | {\"text\":\"x\"} | name"
            })
    void an_impossible_text_names_its_field(String section, String body, String field) {
        String id = requested(known(TicketStory.aResolvedTicket()));

        as("agent")
                .body(body)
                .put("/v1/rfos/" + id + "/sections/" + section)
                .then()
                .statusCode(422)
                .body("violations.field", contains(field));
        read("agent", id).then().body("version", equalTo(1));
    }

    @Test
    void broken_json_is_400_and_a_wrong_type_names_its_field() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        as("agent")
                .body("{\"text\":")
                .put("/v1/rfos/" + id + "/sections/summary")
                .then()
                .statusCode(400);
        as("agent")
                .body("{\"fiveWhys\":7}")
                .put("/v1/rfos/" + id + "/sections/rootCause")
                .then()
                .statusCode(422)
                .body("violations.field", contains("fiveWhys"));
    }

    @Test
    void an_unknown_status_is_422_and_an_unknown_section_404() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        move("agent", id, "perfect").then().statusCode(422).body("violations.field", contains("to"));
        as("agent").body("{}").post("/v1/rfos/" + id + "/transitions").then().statusCode(422);
        write("agent", id, "gossip", Map.of("text", "x")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-000000000000"})
    void an_rfo_that_does_not_exist_is_404(String id) {
        read("agent", id).then().statusCode(404);
        move("agent", id, "inReview").then().statusCode(404);
        write("agent", id, "summary", Map.of("text", "x")).then().statusCode(404);
        as("agent").get("/v1/rfos/" + id + "/document").then().statusCode(404);
    }

    @Test
    void a_stale_version_is_412_and_nothing_is_written() {
        String id = requested(known(TicketStory.aResolvedTicket()));
        as("agent")
                .header("If-Match", "\"1\"")
                .body(Map.of("text", "First"))
                .put("/v1/rfos/" + id + "/sections/summary")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        as("agent2")
                .header("If-Match", "\"1\"")
                .body(Map.of("text", "Second"))
                .put("/v1/rfos/" + id + "/sections/summary")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2));
        as("agent2")
                .header("If-Match", "\"1\"")
                .body(Map.of("to", "inReview"))
                .post("/v1/rfos/" + id + "/transitions")
                .then()
                .statusCode(412);
        as("agent2")
                .header("If-Match", "yesterday's")
                .body(Map.of("to", "inReview"))
                .post("/v1/rfos/" + id + "/transitions")
                .then()
                .statusCode(400);
        read("agent", id).then().body("sections.summary.text", equalTo("First"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANNA, "partner-acme", "ops", "provisioning"})
    void only_the_centre_works_on_an_rfo(String who) {
        String id = requested(known(TicketStory.aResolvedTicket()));

        write(who, id, "summary", Map.of("text", "x")).then().statusCode(403);
        move(who, id, "inReview").then().statusCode(403);
    }

    @Test
    void who_may_read_it_reads_it_and_nobody_else() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        read(ANNA, id).then().statusCode(200);
        read("partner-acme", id).then().statusCode(200);
        read("ops", id).then().statusCode(200);
        read(BORIS, id).then().statusCode(404);
        read("provisioning", id).then().statusCode(403);
        given().contentType(ContentType.JSON).get("/v1/rfos/" + id).then().statusCode(401);
    }

    @Test
    void a_customer_reads_nothing_of_a_withdrawn_one_but_that_it_is() {
        String id = requested(known(TicketStory.aResolvedTicket()));
        move("agent", id, "withdrawn").then().statusCode(200);

        read(ANNA, id)
                .then()
                .body("status", equalTo("withdrawn"))
                .body("sections.size()", equalTo(0))
                .body("timeline", hasSize(0));
    }

    @Test
    void the_warning_comes_after_three_business_days_and_lateness_is_reported_once() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = requested(ticket);

        MovableClock.shared().set(Instant.parse("2026-03-06T11:59:59Z"));
        timers.fireDue();
        assertThat(outbox(id)).containsExactly("requested");
        MovableClock.shared().set(Instant.parse("2026-03-06T12:00:00Z"));
        timers.fireDue();
        assertThat(outbox(id)).containsExactly("requested", "due-soon");
        MovableClock.shared().set(Instant.parse("2026-03-10T16:00:00Z"));
        timers.fireDue();
        timers.fireDue();

        assertThat(outbox(id)).containsExactly("requested", "due-soon", "overdue");
        read(ANNA, id).then().body("due", equalTo("2026-03-10T16:00:00Z"));
    }

    @Test
    void once_published_or_withdrawn_nothing_is_due_any_more() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String withdrawn = requested(ticket);
        move("agent", withdrawn, "withdrawn").then().statusCode(200);
        String published = Desk.published(ticket);

        assertThat(Tables.count("timer where key in ('" + withdrawn + "', '" + published + "')"))
                .isZero();
        MovableClock.shared().set(Instant.parse("2026-03-20T12:00:00Z"));
        timers.fireDue();

        assertThat(outbox(withdrawn)).containsExactly("requested", "withdrawn");
        assertThat(outbox(published)).containsExactly("requested", "approved", "published");
    }

    @Test
    void every_event_carries_the_version_that_it_made() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        UUID id = UUID.fromString(Desk.published(ticket));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        LocalParts.events("interspace.rfo.v1"))
                .filteredOn(event -> event.key().equals(ticket.id()))
                .hasSize(3)
                .allSatisfy(ReviewTest::sequenceIsVersion));
        read("agent", id.toString()).then().body("version", equalTo(6));
    }

    private static void sequenceIsVersion(Event event) {
        assertThat(event.headers().get("ce_sequence"))
                .isEqualTo(event.json().at("/rfo/version").asText());
    }

    /** The words of the events of one RFO in the order of writing. */
    private static List<String> outbox(String rfoId) {
        String words = Tables.text(
                "select string_agg(substring(type from 'rfo\\.(.*)\\.v1'), ',' order by position) from outbox"
                        + " where body like '%" + rfoId + "%'");
        return List.of(words.split(","));
    }

    private static String inReview() {
        return inReview(known(TicketStory.aResolvedTicket()));
    }

    /** Written and sent to review by agent. */
    private static String inReview(TicketStory ticket) {
        String id = requested(ticket);
        writeTheRest("agent", id);
        move("agent", id, "inReview").then().statusCode(200);
        return id;
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
