package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.interspace.ticketing.ticket.TicketId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OpeningTest extends TicketDeskTest {

    @Test
    void a_report_from_the_panel_becomes_an_acknowledged_ticket_with_targets() {
        as(ANNA).body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/tickets/IS-\\d{7}-\\d"))
                .header("ETag", "\"1\"")
                .body("id", matchesPattern("IS-\\d{7}-\\d"))
                .body("account", equalTo("ACME"))
                .body("status", equalTo("acknowledged"))
                .body("priority", equalTo("critical"))
                .body("channel", equalTo("panel"))
                .body("reporter.contactId", equalTo("anna"))
                .body("targets.response.due", equalTo("2026-03-02T08:30:00Z"))
                .body("targets.update.due", equalTo("2026-03-02T09:15:00Z"))
                .body("targets.repair.due", equalTo("2026-03-02T12:15:00Z"))
                .body("targets.repair.state", equalTo("running"));
    }

    @Test
    void every_missing_required_field_is_named_at_once() {
        as(ANNA).body(Map.of())
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", containsInAnyOrder("serviceId", "problemStart", "summary", "impact"));
    }

    @ParameterizedTest
    @CsvSource({
        "impact, total",
        "urgency, very",
        "requestedPriority, blocker",
        "faultNature, sporadic",
        "problemStart, yesterday",
        "problemStart, 2099-01-01T00:00:00Z",
        "problemStart, +999999999-12-31T23:59:59Z",
        "circuitId, IS-C-99999"
    })
    void an_impossible_field_is_named_with_its_remedy(String field, String value) {
        as(ANNA).body(aReport(field, value))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains(field))
                .body("violations[0].message", startsWith("must "));
    }

    @Test
    void a_wrong_address_among_good_ones_is_pointed_at() {
        as(ANNA).body(aReport("ipAddress", List.of("192.0.2.1", "2001:db8::1", "300.1.1.1", "localhost")))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains("ipAddress[2]", "ipAddress[3]"));
    }

    @Test
    void one_address_may_come_as_one_string() {
        as(ANNA).body(aReport("ipAddress", "192.0.2.7"))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("ipAddress", contains("192.0.2.7"));
    }

    @Test
    void a_summary_loses_its_line_breaks_and_must_fit_into_500_characters() {
        as(ANNA).body(aReport("summary", "No traffic\r\nBcc: all@acme.example"))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("summary", equalTo("No traffic  Bcc: all@acme.example"));
        as(ANNA).body(aReport("summary", "x".repeat(501)))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains("summary"));
    }

    @Test
    void a_problem_may_start_up_to_five_minutes_ahead_of_our_clock() {
        as(ANNA).body(aReport(
                        "problemStart",
                        clock.instant().plus(Duration.ofMinutes(5)).toString()))
                .post("/v1/tickets")
                .then()
                .statusCode(201);
    }

    @Test
    void the_chosen_priority_is_kept_and_implies_the_urgency() {
        Map<String, Object> report = aReport("requestedPriority", "critical");
        report.remove("urgency");
        report.put("impact", "degradation");
        as(ANNA).body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("requestedPriority", equalTo("critical"))
                .body("urgency", equalTo("high"))
                .body("priority", equalTo("major"));
    }

    @Test
    void a_value_of_the_wrong_type_is_422_and_broken_json_is_400() {
        as(ANNA).body("{\"summary\": {\"a\": 1}}")
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("summary"));
        as(ANNA).body("{\"summary\": ")
                .post("/v1/tickets")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(ANNA).post("/v1/tickets").then().statusCode(400);
    }

    @Test
    void an_unknown_service_and_a_foreign_one_are_both_not_found() {
        String foreign = "IS-GLOBEX-" + UUID.randomUUID();
        activate(foreign, "GLOBEX");
        for (String serviceId : List.of(foreign, "IS-NO-SUCH")) {
            as(ANNA).body(aReport("serviceId", serviceId))
                    .post("/v1/tickets")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_terminated_service_takes_no_tickets() {
        as(PROVISIONING)
                .post("/v1/services/" + acmeService + "/terminate")
                .then()
                .statusCode(200);
        as(ANNA).body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("terminated"));
    }

    @Test
    void an_agent_opens_on_behalf_of_a_caller_who_becomes_a_contact() {
        Map<String, Object> report = aReport("reporter", Map.of("name", "Petar Dimov", "phone", "+359 888 1"));
        as(AGENT)
                .body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("channel", equalTo("phone"))
                .body("reporter.name", equalTo("Petar Dimov"));
        as(ANNA).get("/v1/services/" + acmeService)
                .then()
                .body("contacts.name", hasItem("Petar Dimov"))
                .body("contacts.find { it.name == 'Petar Dimov' }.roles", contains("reporter"))
                .body("version", equalTo(2));
    }

    @Test
    void what_the_centre_has_found_itself_is_reported_to_the_service_s_contact() {
        as(AGENT)
                .body(aReport("channel", "proactive"))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("channel", equalTo("proactive"))
                .body("reporter.contactId", equalTo("anna"))
                .body("reporter.email", equalTo(ANNA));
        as(AGENT)
                .body(aReport("channel", "email"))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains("channel", "reporter"));
        as(ANNA).body(aReport("channel", "proactive"))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("channel", equalTo("panel"));
    }

    @Test
    void an_agent_says_who_is_calling() {
        as(AGENT)
                .body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains("reporter"));
        as(AGENT)
                .body(aReport("reporter", Map.of("email", "")))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains("reporter.name", "reporter.phone"));
    }

    @Test
    void fifty_equal_requests_at_once_make_one_ticket() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> report = aReport();
        ExecutorService desks = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(desks.submit(
                    () -> as(ANNA).header("Idempotency-Key", key).body(report).post("/v1/tickets")));
        }
        Set<String> ids = new java.util.HashSet<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            ids.add(answer.get().path("id"));
        }
        desks.shutdown();
        assertThat(ids).hasSize(1);
        as(AGENT).get("/v1/tickets?serviceId=" + acmeService).then().body("items.size()", equalTo(1));
    }

    @Test
    void a_key_used_again_for_another_body_is_refused_and_another_callers_key_is_his_own() {
        String key = UUID.randomUUID().toString();
        as(ANNA).header("Idempotency-Key", key)
                .body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201);
        as(ANNA).header("Idempotency-Key", key)
                .body(aReport("summary", "Something else"))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("violations.field", contains("Idempotency-Key"));
        as(PARTNER)
                .header("Idempotency-Key", key)
                .body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201);
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();
        as(ANNA).header("Idempotency-Key", key)
                .body(Map.of())
                .post("/v1/tickets")
                .then()
                .statusCode(422);
        as(ANNA).header("Idempotency-Key", key)
                .body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201);
    }

    @Test
    void a_wrong_check_digit_is_not_found() {
        String id = anOpenTicket();
        char last = id.charAt(id.length() - 1);
        String misread = id.substring(0, id.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        assertThat(TicketId.isValid(misread)).isFalse();
        as(ANNA).get("/v1/tickets/" + misread).then().statusCode(404);
        as(ANNA).get("/v1/tickets/nonsense").then().statusCode(404);
    }

    @Test
    void the_list_is_newest_first_and_goes_on_where_it_stopped() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(1));
            opened.add(0, anOpenTicket());
        }
        String path = "/v1/tickets?count=true&limit=2&serviceId=" + acmeService;
        Response first = as(ANNA).get(path);
        assertThat(first.jsonPath().getList("items.id", String.class)).isEqualTo(opened.subList(0, 2));
        assertThat(first.header("X-Total-Count")).isEqualTo("3");
        as(ANNA).get(path + "&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.id", equalTo(opened.subList(2, 3)))
                .body("nextCursor", nullValue());
        as(ANNA).get("/v1/tickets?cursor=forged").then().statusCode(400);
        as(ANNA).get("/v1/tickets?limit=201").then().statusCode(422);
        as(ANNA).get("/v1/tickets?status=open").then().statusCode(422).body("violations.field", contains("status"));
    }

    @Test
    void every_filter_narrows_the_list() {
        String id = anOpenTicket();
        Map<String, String> matching = Map.of(
                "status", "acknowledged",
                "priority", "critical",
                "impact", "service-affecting",
                "account", "ACME",
                "channel", "panel",
                "createdFrom", MONDAY_MORNING.toString());
        Map<String, String> other = Map.of(
                "status", "closed",
                "priority", "low",
                "impact", "degradation",
                "account", "GLOBEX",
                "channel", "email",
                "createdTo", MONDAY_MORNING.toString());
        String list = "/v1/tickets?serviceId=" + acmeService + "&";
        matching.forEach((filter, value) ->
                as(AGENT).get(list + filter + "=" + value).then().body("items.id", contains(id)));
        other.forEach((filter, value) ->
                as(AGENT).get(list + filter + "=" + value).then().body("items.size()", equalTo(0)));
    }

    @Test
    void ids_never_repeat() {
        Set<String> ids = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> anOpenTicket())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(5);
    }
}
