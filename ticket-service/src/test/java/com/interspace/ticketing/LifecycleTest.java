package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LifecycleTest extends TicketDeskTest {

    @Test
    void a_ticket_goes_from_report_to_confirmation() {
        String id = aResolvedTicket();
        as(ANNA).body(Map.of("to", "closed"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(200)
                .body("status", equalTo("closed"))
                .body("resolution", equalTo("The fibre was spliced."));
        assertThat(story(id)).containsExactly("opened", "status-changed", "resolved", "closed");
    }

    @Test
    void a_move_that_the_table_does_not_know_names_what_is_and_what_is_allowed() {
        String id = anOpenTicket();
        as(AGENT)
                .body(Map.of("to", "closed"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("currentStatus", equalTo("acknowledged"))
                .body(
                        "allowedStatuses",
                        hasItems("inProgress", "pending", "held", "resolved", "rejected", "cancelled"));
        assertThat(story(id)).containsExactly("opened");
    }

    @Test
    void the_customer_cancels_but_does_not_do_the_centres_work() {
        String id = anOpenTicket();
        as(ANNA).body(Map.of("to", "inProgress"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(403);
        as(ANNA).body(Map.of("to", "cancelled", "reason", "Our own router"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));
    }

    @Test
    void a_refused_resolution_begins_a_new_cycle_and_needs_a_reason() {
        String id = aResolvedTicket();
        as(ANNA).body(Map.of("to", "inProgress"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason"));
        as(ANNA).body(Map.of("to", "inProgress", "reason", "Still down"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(200)
                .body("status", equalTo("inProgress"));
        assertThat(story(id)).endsWith("resolution-refused");
    }

    @Test
    void resolving_needs_words_for_the_customer_and_rejecting_a_reason() {
        String id = anOpenTicket();
        as(AGENT)
                .body(Map.of("to", "resolved", "resolution", "  "))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(422)
                .body("violations.field", contains("resolution"));
        as(AGENT)
                .body(Map.of("to", "rejected"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason"));
    }

    @Test
    void silence_for_72_hours_closes_a_resolved_ticket() {
        String id = aResolvedTicket();
        timePasses(Duration.ofHours(72).minusSeconds(1));
        assertThat(ticket(id).getString("status")).isEqualTo("resolved");
        timePasses(Duration.ofSeconds(1));
        assertThat(ticket(id).getString("status")).isEqualTo("closed");
        timePasses(Duration.ofHours(100));
        assertThat(story(id)).endsWith("resolved", "closed");
    }

    @Test
    void a_reopened_ticket_does_not_close_by_itself() {
        String id = aResolvedTicket();
        move(id, "inProgress");
        timePasses(Duration.ofHours(73));
        assertThat(ticket(id).getString("status")).isEqualTo("inProgress");
    }

    @Test
    void a_final_ticket_takes_no_notes() {
        String id = anOpenTicket();
        move(id, "cancelled");
        as(ANNA).body(Map.of("text", "hello?"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("cancelled"));
    }

    @Test
    void a_note_that_is_sent_again_under_its_key_is_said_once() {
        String id = anOpenTicket();
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 2; attempt++) {
            as(ANNA).header("Idempotency-Key", key)
                    .body(Map.of("text", "Still down"))
                    .post("/v1/tickets/" + id + "/notes")
                    .then()
                    .statusCode(201)
                    .body("text", equalTo("Still down"));
        }
        as(ANNA).get("/v1/tickets/" + id + "/notes").then().body("items.text", contains("Still down"));
    }

    @Test
    void reading_changes_nothing_however_late_it_is() {
        String id = anOpenTicket();
        clock.advance(Duration.ofHours(5));
        for (String path : List.of("", "/clock", "/notes", "/history", "/history/verification")) {
            as(ANNA).get("/v1/tickets/" + id + path).then().statusCode(200);
        }
        as(ANNA).get("/v1/tickets/" + id)
                .then()
                .header("ETag", "\"1\"")
                .body("targets.response.state", equalTo("breached"));
        assertThat(story(id)).containsExactly("opened");
    }

    @Test
    void a_stale_version_is_refused_and_changes_nothing() {
        String id = aTicketInProgress();
        as(AGENT)
                .header("If-Match", "\"1\"")
                .body(Map.of("to", "held"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2));
        as(AGENT)
                .header("If-Match", "\"2\"")
                .body(Map.of("to", "held"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        as(AGENT)
                .header("If-Match", "whatever")
                .body(Map.of("to", "inProgress"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(400);
    }

    @Test
    void internal_notes_stay_in_the_centre() {
        String id = anOpenTicket();
        as(AGENT)
                .body(Map.of("text", "Known bad card", "visibility", "internal"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(201);
        as(AGENT)
                .body(Map.of("text", "We are on it"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(201);
        as(ANNA).body(Map.of("text", "secret", "visibility", "internal"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(403);
        as(ANNA).get("/v1/tickets/" + id + "/notes").then().body("items.text", contains("We are on it"));
        as(AGENT)
                .get("/v1/tickets/" + id + "/notes")
                .then()
                .body("items.text", contains("Known bad card", "We are on it"));
        as(ANNA).get("/v1/tickets/" + id + "/history")
                .then()
                .body(
                        "items.findAll { it.type == 'note-added' && it.detail.visibility == 'internal' }.detail.text",
                        everyItem(is((Object) null)));
    }

    @Test
    void an_agent_judges_anew_with_a_note_and_the_matrix_answers() {
        String id = anOpenTicket();
        as(AGENT)
                .body(Map.of("impact", "degradation"))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(422)
                .body("violations.field", contains("note"));
        as(AGENT)
                .body(Map.of("impact", "degradation", "note", "Half of it is back"))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .body("priority", equalTo("major"))
                .body("targets.repair.due", equalTo("2026-03-02T16:15:00Z"));
        as(ANNA).get("/v1/tickets/" + id + "/history")
                .then()
                .body("items[1].detail.judgements.field", contains("impact"))
                .body("items[1].detail.judgements[0].from", equalTo("service-affecting"))
                .body("items[1].detail.judgements[0].to", equalTo("degradation"));
        as(ANNA).body(Map.of("impact", "degradation", "note", "x"))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void what_an_agent_cannot_change_is_refused_and_not_passed_over() {
        as(AGENT)
                .body(Map.of("summary", "Something else", "note", "Retold"))
                .patch("/v1/tickets/" + anOpenTicket())
                .then()
                .statusCode(422)
                .body("violations.field", contains("summary"));
    }

    @Test
    void targets_warn_at_three_quarters_and_breach_at_the_whole_once() {
        String id = anOpenTicket();
        timePasses(Duration.ofMinutes(11));
        assertThat(story(id)).containsExactly("opened");
        timePasses(Duration.ofSeconds(15));
        assertThat(story(id)).containsExactly("opened", "sla-warned");
        timePasses(Duration.ofMinutes(4));
        timePasses(Duration.ofMinutes(1));
        assertThat(story(id)).containsExactly("opened", "sla-warned", "sla-breached");
        assertThat(ticket(id).getString("targets.response.state")).isEqualTo("breached");
    }

    @Test
    void an_answer_in_time_stops_the_response_clock() {
        String id = anOpenTicket();
        clock.advance(Duration.ofMinutes(10));
        as(AGENT)
                .body(Map.of("text", "We are on it"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(201);
        timePasses(Duration.ofMinutes(20));
        assertThat(story(id)).containsExactly("opened", "note-added");
        assertThat(ticket(id).getString("targets.response.state")).isEqualTo("met");
        assertThat(ticket(id).getString("targets.update.due")).isEqualTo("2026-03-02T09:25:00Z");
    }

    @Test
    void the_clock_explains_every_second() {
        String id = aTicketInProgress();
        clock.advance(Duration.ofMinutes(30));
        move(id, "pending");
        clock.advance(Duration.ofMinutes(90));
        move(id, "inProgress");
        clock.advance(Duration.ofMinutes(10));
        var repair = as(ANNA).get("/v1/tickets/" + id + "/clock")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String clockPath = "clocks.find { it.name == 'repair' }.";
        assertThat(repair.getString(clockPath + "elapsed")).isEqualTo("PT40M");
        assertThat(repair.getString(clockPath + "due")).isEqualTo("2026-03-02T13:45:00Z");
        assertThat(repair.getList(clockPath + "intervals.running", Boolean.class))
                .containsExactly(true, true, false, true);
        as(ANNA).get("/v1/tickets/" + id + "/clock?at=2020-01-01T00:00:00Z")
                .then()
                .statusCode(422);
    }

    @Test
    void the_history_proves_itself_and_a_changed_row_does_not() throws Exception {
        String id = aResolvedTicket();
        as(ANNA).get("/v1/tickets/" + id + "/history/verification")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("rows", equalTo(3));
        inDatabase(
                "update ticket_history set detail = replace(detail, 'inProgress', 'held') where ticket_id = ? and"
                        + " sequence = 2",
                id);
        as(ANNA).get("/v1/tickets/" + id + "/history/verification")
                .then()
                .body("valid", equalTo(false))
                .body("firstInvalid", equalTo(2));
    }

    @Test
    void an_erased_detail_leaves_the_history_provable_and_a_missing_row_does_not() throws Exception {
        String id = aResolvedTicket();
        inDatabase("update ticket_history set detail = null, salt = null where ticket_id = ?", id);
        as(ANNA).get("/v1/tickets/" + id + "/history/verification").then().body("valid", equalTo(true));
        as(ANNA).get("/v1/tickets/" + id + "/history").then().statusCode(200);
        inDatabase("delete from ticket_history where ticket_id = ? and sequence = 3", id);
        as(ANNA).get("/v1/tickets/" + id + "/history/verification")
                .then()
                .body("valid", equalTo(false))
                .body("firstInvalid", equalTo(3));
    }

    @jakarta.inject.Inject
    javax.sql.DataSource database;

    private void inDatabase(String sql, String ticketId) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, ticketId);
            statement.executeUpdate();
        }
    }
}
