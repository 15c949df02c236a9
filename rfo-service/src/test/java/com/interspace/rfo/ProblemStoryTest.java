package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.chassis.timer.TimerEngine;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Contract;
import com.interspace.rfo.fixture.Network;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.ToldEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Problems and their preventive actions through the public doors. */
@QuarkusTest
class ProblemStoryTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    TimerEngine timers;

    @BeforeEach
    void it_is_monday_noon() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void a_chronic_service_becomes_a_problem_a_known_error_and_comes_back_when_a_promise_is_broken() {
        // given a chronic service
        String service = aNewService();
        List<ToldEvent> faults = IntStream.range(0, 3)
                .mapToObj(i -> Network.fault(service, MORNING.plus(Duration.ofHours(i))))
                .toList();
        know(faults);
        String finding = as("agent")
                .get("/v1/findings?subject=" + service)
                .then()
                .extract()
                .path("items[0].id");

        // when an agent opens a problem from it
        String id = open(Map.of("findingIds", List.of(finding)))
                .statusCode(201)
                .body("number", matchesPattern("PRB-2026-\\d{6}"))
                .body("status", equalTo("acknowledged"))
                .body("category", equalTo("system.originated"))
                .body("priority", equalTo("major"))
                .body("title", containsString(service))
                .body("affectedServices", contains(service))
                .body("tickets", hasItems(idsOf(faults)))
                .body("findings.state", contains("confirmed"))
                .body("missing", contains("rootCause", "workaround", "permanentFix"))
                .extract()
                .path("id");
        as("agent")
                .get("/v1/findings/" + finding)
                .then()
                .body("state", equalTo("confirmed"))
                .body("problemId", equalTo(id));

        // and finds out why, and what helps meanwhile
        move(id, "resolved").then().statusCode(409).body("allowedStatuses", contains("inProgress"));
        move(id, "inProgress").then().statusCode(200);
        write(id, Map.of("knownError", true)).then().statusCode(422).body("violations.field", contains("workaround"));
        write(
                        id,
                        Map.of(
                                "rootCause",
                                Map.of(
                                        "category", "Hardware",
                                        "text", "The card fails when it is warm.",
                                        "fiveWhys", List.of("The fan is slow", "The filter is full")),
                                "workaround",
                                "Move the customer to port 2.",
                                "knownError",
                                true))
                .then()
                .statusCode(200)
                .body("rootCause.category", equalTo("hardware"))
                .body("rootCause.fiveWhys", hasSize(2))
                .body("missing", contains("permanentFix"));

        // then a new ticket on the same service is offered it
        ToldEvent next = Network.fault(service, MORNING.plus(Duration.ofHours(3)));
        know(List.of(next));
        known("ticketId=" + next.key())
                .body("items.id", contains(id))
                .body("items[0].workaround", containsString("port 2"));
        known("serviceId=" + service).body("items.id", contains(id));
        known("circuitId=circuit-of-" + service).body("items.id", contains(id));
        known("serviceId=IS-NOBODY").body("items", empty());
        list("ticketId=" + next.key()).body("items.id", contains(id));

        // and is linked, once
        link(id, next.key()).then().statusCode(200).body("tickets", hasItem(next.key()));
        int version = link(id, next.key()).then().statusCode(200).extract().path("version");
        as("agent")
                .get("/v1/problems/" + id + "/tickets")
                .then()
                .body("items", hasSize(4))
                .body("items.find { it.ticketId == '" + next.key() + "' }.serviceId", equalTo(service));
        as("agent").get("/v1/problems/" + id).then().header("ETag", "\"" + version + "\"");

        // when somebody promises a fix, the problem is closed, and the promise is not kept
        String action = plan(id, "Replace the fans", "2026-03-05")
                .statusCode(201)
                .extract()
                .path("id");
        move(id, "resolved").then().statusCode(200);
        move(id, "closed").then().statusCode(200).body("closedAt", equalTo("2026-03-02T12:00:00Z"));
        known("serviceId=" + service).body("items", empty());
        MovableClock.shared().set(Instant.parse("2026-03-05T22:00:00Z"));
        timers.fireDue();

        // then the problem is open again, a finding says so, and the manager is told
        as("agent")
                .get("/v1/problems/" + id)
                .then()
                .body("status", equalTo("inProgress"))
                .body("statusReason", containsString("Replace the fans"))
                .body("closedAt", nullValue())
                .body("findings.kind", contains("chronic-service", "overdue-action"));
        as("manager")
                .get("/v1/preventive-actions?overdue=true&problemId=" + id)
                .then()
                .body("items.id", contains(action))
                .body("items[0].overdueSince", equalTo("2026-03-05T22:00:00Z"));
        assertThat(types(id))
                .containsSubsequence(
                        "problem.opened", "action.changed", "problem.closed", "action.overdue", "problem.reopened");

        // and once it is done, with evidence, nothing fires again
        finish(action, Map.of("to", "done")).then().statusCode(422).body("violations.field", contains("evidence"));
        finish(action, Map.of("to", "done", "evidence", "Photo of the new fans"))
                .then()
                .statusCode(200)
                .body("overdue", equalTo(false))
                .body("overdueSince", equalTo("2026-03-05T22:00:00Z"));
        finish(action, Map.of("to", "cancelled", "comment", "x"))
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("done"));
        MovableClock.shared().set(Instant.parse("2026-04-05T22:00:00Z"));
        timers.fireDue();
        assertThat(types(id)).filteredOn("action.overdue"::equals).hasSize(1);
        everyEventKeepsToItsSchema();
        reports(action);
    }

    @Test
    void an_action_with_another_date_is_late_only_then() {
        String id = aProblem();
        String action =
                plan(id, "Mark the route", "2026-03-03T10:00:00Z").extract().path("id");
        as("agent")
                .body(Map.of("due", "2026-03-04T10:00:00Z", "owner", "Field team 2"))
                .patch("/v1/preventive-actions/" + action)
                .then()
                .statusCode(200)
                .body("owner", equalTo("Field team 2"));

        MovableClock.shared().set(Instant.parse("2026-03-03T11:00:00Z"));
        timers.fireDue();
        action(action).body("overdue", equalTo(false));
        MovableClock.shared().set(Instant.parse("2026-03-04T11:00:00Z"));
        timers.fireDue();
        action(action).body("overdue", equalTo(true));
        as("agent")
                .body(Map.of("due", "2026-03-09"))
                .patch("/v1/preventive-actions/" + action)
                .then()
                .body("overdue", equalTo(false))
                .body("due", equalTo("2026-03-09T22:00:00Z"));
    }

    @Test
    void the_third_root_cause_of_a_category_is_a_finding_with_all_three() {
        String category = "fibre-" + System.nanoTime();
        List<String> problems = IntStream.range(0, 4).mapToObj(i -> aProblem()).toList();
        problems.subList(0, 2).forEach(id -> explain(id, category));
        findings(category).body("items", empty());
        explain(problems.get(1), category);

        explain(problems.get(2), category);
        String finding = findings(category).body("items", hasSize(1)).extract().path("items[0].id");
        explain(problems.get(3), category);

        findings(category).body("items", hasSize(1));
        as("agent")
                .get("/v1/findings/" + finding)
                .then()
                .body("kind", equalTo("repeated-cause"))
                .body("evidence.ref", hasItems(problems.toArray(String[]::new)))
                .body("measure.count", equalTo(4));
    }

    @Test
    void the_same_request_with_the_same_key_opens_one_problem() {
        Map<String, Object> body = Map.of("title", "Twice", "affectedServices", List.of("IS-DIA-0001"));
        String key = "key-" + System.nanoTime();
        String first = as("agent")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/problems")
                .path("id");
        String again = as("agent")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/problems")
                .path("id");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        open(Map.of("title", "Nothing")).statusCode(422).body("violations.field", contains("ticketIds"));
        open(Map.of("title", "x", "ticketIds", List.of("IS-9999999-9")))
                .statusCode(422)
                .body("violations[0].message", containsString("IS-9999999-9"));
        open(Map.of("title", "x", "findingIds", List.of("7"))).statusCode(422);
        open(Map.of("affectedServices", List.of("IS-DIA-0001")))
                .statusCode(422)
                .body("violations.field", contains("title"));
        open(Map.of("title", "x", "priority", "huge", "affectedServices", List.of("a")))
                .statusCode(422)
                .body("violations.field", contains("priority"));
        as("agent").post("/v1/problems").then().statusCode(400);
        String id = aProblem();
        move(id, "gone").then().statusCode(422);
        link(id, "IS-9999999-9").then().statusCode(422);
        as("agent")
                .header("If-Match", "\"99\"")
                .body("{}")
                .patch("/v1/problems/" + id)
                .then()
                .statusCode(412);
        as("agent").get("/v1/problems/7").then().statusCode(404);
        as("agent").get("/v1/problems?status=gone").then().statusCode(422);
        as("agent").get("/v1/problems/known-errors").then().statusCode(422);
        as("agent").get("/v1/problems?cursor=abc").then().statusCode(400);
        plan(id, "x", "yesterday").statusCode(422);
        plan(id, "x", "2026-03-01").statusCode(422).body("violations[0].message", containsString("future"));
        as("agent")
                .body(Map.of())
                .post("/v1/preventive-actions")
                .then()
                .statusCode(422)
                .body("violations", hasSize(4));
        as("agent").get("/v1/preventive-actions/7").then().statusCode(404);
    }

    @Test
    void problems_are_for_the_centre() {
        String id = aProblem();
        as(ANNA).get("/v1/problems").then().statusCode(403);
        as(ANNA).get("/v1/problems/" + id).then().statusCode(403);
        as(ANNA).get("/v1/preventive-actions").then().statusCode(403);
        as("ops").get("/v1/problems/" + id).then().statusCode(200);
        as("ops")
                .body(Map.of("to", "inProgress"))
                .post("/v1/problems/" + id + "/transitions")
                .then()
                .statusCode(403);
        as("provisioning").get("/v1/problems").then().statusCode(403);
    }

    @Test
    void the_list_goes_on_where_it_stopped_and_counts() {
        String service = Network.anyService();
        IntStream.range(0, 3).forEach(i -> open(Map.of("title", "No. " + i, "affectedServices", List.of(service))));
        Response page = as("agent").get("/v1/problems?limit=2&count=true&serviceId=" + service);

        page.then().header("X-Total-Count", "3").body("items", hasSize(2));
        list("serviceId=" + service + "&cursor=" + page.path("nextCursor"))
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        list("serviceId=" + service + "&status=closed").body("items", empty());
        list("serviceId=" + service + "&knownError=false&priority=minor&category=serviceProvider.declarer")
                .body("items", hasSize(3));
    }

    private static void everyEventKeepsToItsSchema() {
        List<Contract> contracts = Contract.names("rfo-service", "").stream()
                .filter(name -> !name.startsWith("rfo."))
                .map(name -> Contract.of("rfo-service", name))
                .toList();
        assertThat(contracts).hasSize(8).allSatisfy(contract -> {
            String body = Tables.text(
                    "select body from outbox where type = '" + contract.type() + "' order by position desc limit 1");
            assertThat(body).as(contract.name()).isNotNull();
            assertThat(contract.objectionsTo(body)).as(contract.name()).isEmpty();
        });
    }

    private static void reports(String action) {
        String period = "?from=2026-03-01&to=2026-04-30";
        as("manager")
                .get("/v1/rfo-reports/recurring-causes" + period)
                .then()
                .statusCode(200)
                .body("items.category", hasItem("hardware"));
        as("manager")
                .get("/v1/rfo-reports/problems" + period)
                .then()
                .statusCode(200)
                .body("items.find { it.status == 'inProgress' }.reopenedByAction", equalTo(1));
        as("manager")
                .accept("text/csv")
                .get("/v1/rfo-reports/actions-overdue" + period)
                .then()
                .statusCode(200)
                .body(containsString("problem,action,owner,due,overdueDays,actionId"));
        as(ANNA).get("/v1/rfo-reports/problems").then().statusCode(403);
    }

    private static String aProblem() {
        return open(Map.of("title", "The card fails", "affectedServices", List.of("IS-DIA-0001")))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse open(Map<String, ?> body) {
        return as("agent").body(body).post("/v1/problems").then();
    }

    private static Response move(String id, String to) {
        return as("agent").body(Map.of("to", to)).post("/v1/problems/" + id + "/transitions");
    }

    private static Response write(String id, Map<String, ?> body) {
        return as("agent").body(body).patch("/v1/problems/" + id);
    }

    private static Response link(String id, String ticketId) {
        return as("agent").body(Map.of("ticketId", ticketId)).post("/v1/problems/" + id + "/tickets");
    }

    private static void explain(String id, String category) {
        write(id, Map.of("rootCause", Map.of("category", category, "text", "A digger")))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse plan(String problem, String text, String due) {
        Map<String, Object> body = new HashMap<>();
        body.put("problemId", problem);
        body.put("text", text);
        body.put("owner", "Field team");
        body.put("due", due);
        return as("agent").body(body).post("/v1/preventive-actions").then();
    }

    private static Response finish(String action, Map<String, ?> body) {
        return as("agent").body(body).post("/v1/preventive-actions/" + action + "/transitions");
    }

    private static ValidatableResponse action(String id) {
        return as("agent").get("/v1/preventive-actions/" + id).then().statusCode(200);
    }

    private static ValidatableResponse known(String query) {
        return as("agent").get("/v1/problems/known-errors?" + query).then().statusCode(200);
    }

    private static ValidatableResponse list(String query) {
        return as("agent").get("/v1/problems?" + query).then().statusCode(200);
    }

    private static ValidatableResponse findings(String subject) {
        return as("agent").get("/v1/findings?subject=" + subject).then().statusCode(200);
    }

    private static List<String> types(String problem) {
        String types =
                Tables.text("select string_agg(type, ',' order by position) from outbox where key = '" + problem + "'");
        return List.of(types.replace("com.interspace.", "").replace(".v1", "").split(","));
    }

    private static String aNewService() {
        String service = Network.anyService();
        know(List.of(Network.service(service, "ACME", Network.anyNode(), MORNING)));
        return service;
    }

    private static void know(List<ToldEvent> events) {
        events.forEach(ToldEvent::publish);
        Tables.await(events);
    }

    private static String[] idsOf(List<ToldEvent> faults) {
        return faults.stream().map(ToldEvent::key).toArray(String[]::new);
    }
}
