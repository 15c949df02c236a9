package com.interspace.escalation;

import static io.restassured.RestAssured.given;

import com.interspace.chassis.timer.TimerEngine;
import com.interspace.escalation.fixture.Tables;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;

/** What all tests over the running service have in common: its parts, its people, its clock. */
@QuarkusTestResource(value = LocalParts.class, initArgs = @ResourceArg(name = "service", value = "escalation"))
abstract class EscalationDeskTest {

    static final String ANNA = "anna@acme.example";
    static final String BORIS = "boris@globex.example";
    static final String PARTNER = "partner-acme";
    static final String AGENT = "agent";
    static final String MANAGER = "manager";
    static final String OPS = "ops";
    static final String PROVISIONING = "provisioning";

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    TimerEngine engine;

    @BeforeEach
    void a_new_morning() {
        MovableClock.shared().set(MORNING);
        Tables.change("delete from timer");
    }

    static Instant now() {
        return MovableClock.shared().instant();
    }

    /** The clock goes on, and whatever is due fires. */
    void timePasses(Duration duration) {
        MovableClock.shared().advance(duration);
        engine.fireDue();
    }

    static RequestSpecification as(String who) {
        return given().auth()
                .oauth2(TOKENS.computeIfAbsent(who, LocalParts::tokenOf))
                .contentType(ContentType.JSON);
    }

    static Response readMatrix(String who, String serviceId) {
        return as(who).get("/v1/escalation-matrices/" + serviceId);
    }

    static Response changeMatrix(String who, String serviceId, Object matrix) {
        return as(who).body(matrix).put("/v1/escalation-matrices/" + serviceId);
    }

    static Response read(String who, String ticketId) {
        return as(who).get("/v1/escalations/" + ticketId);
    }

    static Response ask(String who, String ticketId, Map<String, ?> request) {
        return as(who).body(request).post("/v1/escalations/" + ticketId);
    }

    static JsonPath escalationOf(String ticketId) {
        return read(AGENT, ticketId).then().statusCode(200).extract().jsonPath();
    }

    static int levelOf(String ticketId) {
        return escalationOf(ticketId).getInt("level");
    }

    /** How the ticket came where it is, such as {@code "1 reached age"}. */
    static List<String> stepsOf(String ticketId) {
        List<Map<String, Object>> history = escalationOf(ticketId).getList("history");
        return history.stream()
                .map(step -> step.get("to") + " " + step.get("outcome") + " " + step.get("cause"))
                .toList();
    }

    /** A matrix whose levels critical tickets reach at these ages; all other priorities take ten times as long. */
    static Map<String, Object> aMatrix(Duration... ages) {
        List<Map<String, Object>> levels = new ArrayList<>();
        for (int index = 0; index < ages.length; index++) {
            levels.add(aLevel(index + 1, ages[index]));
        }
        Map<String, Object> matrix = new LinkedHashMap<>();
        matrix.put("levels", levels);
        return matrix;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> levelOf(Map<String, Object> matrix, int number) {
        return ((List<Map<String, Object>>) matrix.get("levels")).get(number - 1);
    }

    @SuppressWarnings("unchecked")
    static List<Object> personsOf(Map<String, Object> matrix, int number) {
        return (List<Object>) levelOf(matrix, number).get("persons");
    }

    private static Map<String, Object> aLevel(int number, Duration age) {
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("level", number);
        level.put("title", "Level " + number);
        Map<String, Object> person = Map.of("name", "Person " + number, "email", "p" + number + "@interspace.example");
        level.put("persons", new ArrayList<>(List.of(person)));
        String later = age.multipliedBy(10).toString();
        level.put("after", Map.of("critical", age.toString(), "major", later, "minor", later, "low", later));
        return level;
    }
}
