package com.interspace.ticketing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.timer.TimerEngine;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test at the service's doors needs: callers, a service of each account, tickets in every state. */
@QuarkusTestResource(value = LocalParts.class, initArgs = @ResourceArg(name = "service", value = "ticket"))
abstract class TicketDeskTest {

    static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T08:15:00Z");

    /** 22:15 in Sofia, where Monday opens at 09:00. */
    static final Instant SUNDAY_NIGHT = Instant.parse("2026-03-01T20:15:00Z");

    static final String ANNA = "anna@acme.example";
    static final String BORIS = "boris@globex.example";
    static final String AGENT = "agent";
    static final String MANAGER = "manager";
    static final String OPS = "ops";
    static final String PARTNER = "partner-acme";
    static final String PROVISIONING = "provisioning";

    final String acmeService = "IS-ACME-" + UUID.randomUUID();
    final MovableClock clock = MovableClock.shared();

    @Inject
    TimerEngine timers;

    @BeforeEach
    void theDeskIsOpen() throws Exception {
        recordExamplesIfWanted();
        clock.set(MONDAY_MORNING);
        activate(acmeService, "ACME");
    }

    @AfterEach
    void timeRunsAgain() {
        clock.reset();
    }

    private static void recordExamplesIfWanted() throws Exception {
        if (Boolean.getBoolean("contracts.write")) {
            RestAssured.replaceFiltersWith(List.of());
            var openApi = new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asString());
            RestAssured.replaceFiltersWith(new ExampleRecorder(openApi));
        }
    }

    static RequestSpecification as(String caller) {
        return given().auth().oauth2(LocalParts.tokenOf(caller)).contentType(ContentType.JSON);
    }

    static void activate(String serviceId, String account) {
        as(PROVISIONING)
                .body(aServiceOf(account))
                .put("/v1/services/" + serviceId)
                .then()
                .statusCode(201);
    }

    static Map<String, Object> aServiceOf(String account) {
        Map<String, Object> anna = Map.of(
                "contactId", "anna",
                "name", "Anna Petrova",
                "email", ANNA,
                "phone", "+359 2 555 0101",
                "roles", new String[] {"technical"});
        return new HashMap<>(Map.of(
                "account",
                account,
                "product",
                "dedicated-internet-access",
                "tier",
                "gold",
                "circuits",
                new String[] {"IS-C-10001"},
                "zone",
                "Europe/Sofia",
                "holidayCountry",
                "BG",
                "escalationMatrix",
                true,
                "contacts",
                new Object[] {anna}));
    }

    Map<String, Object> aReport() {
        return new HashMap<>(Map.of(
                "serviceId", acmeService,
                "problemStart", clock.instant().minus(Duration.ofMinutes(5)).toString(),
                "summary", "No traffic since this morning",
                "impact", "service-affecting",
                "urgency", "high"));
    }

    Map<String, Object> aReport(String field, Object value) {
        Map<String, Object> report = aReport();
        report.put(field, value);
        return report;
    }

    String anOpenTicket() {
        return as(ANNA).body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Reported by the partner, who is asked for these fields. */
    String aTicketWithout(String... fields) {
        Map<String, Object> report = aReport();
        List.of(fields).forEach(report::remove);
        return as(PARTNER)
                .body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String aFaultThatCanWait() {
        return as(ANNA).body(aReport("impact", "non-service-affecting"))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The centre's targets, with another repair target for low. */
    static Map<String, Object> aPolicy(String lowRepair) {
        return new HashMap<>(Map.of(
                "targets",
                Map.of(
                        "critical", Map.of("response", "PT15M", "update", "PT1H", "repair", "PT4H"),
                        "major", Map.of("response", "PT30M", "update", "PT2H", "repair", "PT8H"),
                        "minor", Map.of("response", "PT1H", "update", "PT8H", "repair", "PT24H"),
                        "low", Map.of("response", "PT4H", "update", "PT24H", "repair", lowRepair))));
    }

    String aTicketInProgress() {
        String id = anOpenTicket();
        move(id, "inProgress");
        return id;
    }

    String aResolvedTicket() {
        String id = aTicketInProgress();
        move(id, "resolved");
        return id;
    }

    static void move(String ticketId, String to) {
        as(AGENT)
                .body(Map.of("to", to, "reason", "because", "resolution", "The fibre was spliced."))
                .post("/v1/tickets/" + ticketId + "/transitions")
                .then()
                .statusCode(200);
    }

    static Response attach(String caller, String ticketId, String fileName, byte[] bytes) {
        return given().auth()
                .oauth2(LocalParts.tokenOf(caller))
                .multiPart("file", fileName, bytes)
                .post("/v1/tickets/" + ticketId + "/attachments");
    }

    JsonPath ticket(String id) {
        return as(AGENT)
                .get("/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void timePasses(Duration duration) {
        clock.advance(duration);
        timers.fireDue();
    }

    /** The words of the events in the ticket's history, oldest first. */
    static String[] story(String ticketId) {
        Object[] words = as(AGENT)
                .get("/v1/tickets/" + ticketId + "/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.type")
                .toArray();
        return Arrays.copyOf(words, words.length, String[].class);
    }
}
