package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an agent does with the reporter on the phone: he answers for him, puts right, and judges anew. */
@QuarkusTest
class CorrectionTest extends TicketDeskTest {

    @Test
    void an_agent_answers_for_the_caller_and_work_begins_as_if_he_had_answered_himself() {
        String id = aTicketWithout("problemStart", "impact");
        patch(id, Map.of("problemStart", "2026-03-02T07:50:00Z", "impact", "service-affecting", "note", "Anna called"))
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("priority", equalTo("critical"))
                .body("problemStart", equalTo("2026-03-02T07:50:00Z"))
                .body("missingInformation", empty());
        assertThat(story(id))
                .containsExactly(
                        "opened",
                        "information-required",
                        "information-completed",
                        "priority-changed",
                        "status-changed");
        String row = "items.find { it.type == 'information-completed' }.";
        as(ANNA).get("/v1/tickets/" + id + "/history")
                .then()
                .body(row + "who", equalTo("Alice Agent"))
                .body(row + "channel", equalTo("phone"))
                .body(row + "detail.given", contains("problemStart", "impact"))
                .body(row + "detail.note", equalTo("Anna called"));
    }

    @Test
    void a_service_that_the_caller_names_must_be_his_account_s_and_then_knows_him() {
        String foreign = "IS-GLOBEX-" + UUID.randomUUID();
        activate(foreign, "GLOBEX");
        String id = aTicketWithout("serviceId");
        patch(id, Map.of("serviceId", foreign, "note", "He says")).statusCode(404);
        patch(id, Map.of("serviceId", "IS-NO-SUCH", "note", "He says")).statusCode(404);
        assertThat(story(id)).containsExactly("opened", "information-required");
        patch(id, Map.of("serviceId", acmeService, "circuitId", "IS-C-9", "note", "He says"))
                .statusCode(422)
                .body("violations.field", contains("circuitId"));
        patch(id, Map.of("serviceId", acmeService, "circuitId", "IS-C-10001", "note", "He says"))
                .statusCode(200)
                .body("serviceId", equalTo(acmeService))
                .body("circuitId", equalTo("IS-C-10001"))
                .body("status", equalTo("acknowledged"));
        as(AGENT).get("/v1/services/" + acmeService).then().body("contacts.roles.flatten()", hasItem("reporter"));
    }

    @Test
    void what_was_reported_is_put_right_and_the_history_tells_what_stood_there() {
        String id = anOpenTicket();
        Map<String, Object> right = new HashMap<>(Map.of(
                "problemStart", "2026-03-02T07:30:00Z",
                "faultNature", "intermittent",
                "circuitId", "IS-C-10001",
                "ipAddress", List.of("192.0.2.1", "2001:db8::1"),
                "description", "Every ten minutes, for one.",
                "note", "Read from his log"));
        patch(id, right)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("problemStart", equalTo("2026-03-02T07:30:00Z"))
                .body("faultNature", equalTo("intermittent"))
                .body("circuitId", equalTo("IS-C-10001"))
                .body("ipAddress", contains("192.0.2.1", "2001:db8::1"))
                .body("description", equalTo("Every ten minutes, for one."))
                .body("impact", equalTo("service-affecting"));
        String corrections = "items[1].detail.corrections";
        as(ANNA).get("/v1/tickets/" + id + "/history")
                .then()
                .body("items.type", contains("opened", "corrected"))
                .body("items[1].detail.note", equalTo("Read from his log"))
                .body(
                        corrections + ".field",
                        contains("problemStart", "faultNature", "circuitId", "ipAddress", "description"))
                .body(corrections + "[0].from", equalTo("2026-03-02T08:10:00Z"))
                .body(corrections + "[0].to", equalTo("2026-03-02T07:30:00Z"))
                .body(corrections + "[2].from", nullValue())
                .body(corrections + "[3].to", equalTo("192.0.2.1, 2001:db8::1"))
                .body(corrections + "[4].to", nullValue());

        patch(id, right).statusCode(200).header("ETag", "\"2\"");
        patch(id, Map.of("description", "Something else", "note", "Retold"))
                .statusCode(422)
                .body("violations.field", contains("description"));
        assertThat(story(id)).containsExactly("opened", "corrected");
    }

    @Test
    void a_correction_and_a_new_judgement_go_together_and_every_deadline_follows() {
        String id = anOpenTicket();
        timePasses(Duration.ofMinutes(10));
        patch(id, Map.of("faultNature", "intermittent", "impact", "degradation", "note", "Half of it is back"))
                .statusCode(200)
                .body("priority", equalTo("major"))
                .body("targets.response.due", equalTo("2026-03-02T08:45:00Z"))
                .body("targets.repair.due", equalTo("2026-03-02T16:15:00Z"));
        assertThat(story(id)).containsExactly("opened", "corrected", "priority-changed");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_taken() {
        String id = anOpenTicket();
        Map<String, Object> wrong = new HashMap<>(Map.of(
                "problemStart", "2030-01-01T00:00:00Z",
                "faultNature", "odd",
                "circuitId", "IS-C-9",
                "ipAddress", List.of("192.0.2.1", "300.1.1.1"),
                "impact", "terrible",
                "urgency", "",
                "summary", "Something else",
                "requestedPriority", "low",
                "serviceId", "IS-ETH-0101"));
        patch(id, wrong)
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "note",
                                "problemStart",
                                "faultNature",
                                "circuitId",
                                "ipAddress[1]",
                                "impact",
                                "urgency",
                                "summary",
                                "requestedPriority",
                                "serviceId"));
        patch(id, Map.of("note", "Nothing to change")).statusCode(422).body("violations.field", contains("note"));
        assertThat(story(id)).containsExactly("opened");
    }

    @Test
    void another_version_and_an_ended_ticket_are_left_alone() {
        String id = aTicketInProgress();
        as(AGENT)
                .header("If-Match", "\"1\"")
                .body(Map.of("circuitId", "IS-C-10001", "note", "Late"))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(412);
        assertThat(ticket(id).getString("circuitId")).isNull();
        move(id, "cancelled");
        patch(id, Map.of("circuitId", "IS-C-10001", "note", "Later"))
                .statusCode(409)
                .body("currentStatus", equalTo("cancelled"));
    }

    private static ValidatableResponse patch(String id, Map<String, Object> body) {
        return as(AGENT).body(body).patch("/v1/tickets/" + id).then();
    }
}
