package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.BORIS;
import static com.interspace.rfo.fixture.Desk.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Network;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.ToldEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same problems by TMF656 v4: what partners' systems and other managers of service problems rely on. */
@QuarkusTest
class ServiceProblemTest {

    private static final String PATH = "/tmf-api/serviceProblemManagement/v4/serviceProblem";
    private static final Path GOLDEN = Path.of("contracts", "tmf656");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @BeforeEach
    void it_is_monday_noon() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void a_service_problem_is_created_and_read_as_the_golden_files_say() throws IOException {
        Response created = create(golden("create.request.json"));
        created.then().statusCode(201).header("Location", equalTo(created.path("href")));

        assertThat(likeGolden(created)).isEqualTo(JSON.readTree(golden("create.response.json")));
        assertThat(likeGolden(retrieve("agent", created.path("id"))))
                .isEqualTo(JSON.readTree(golden("create.response.json")));

        // and it is the problem that the native door shows
        as("agent")
                .get("/v1/problems/" + created.path("id"))
                .then()
                .body("category", equalTo("serviceProvider.declarer"))
                .body("priority", equalTo("major"))
                .body("openedBy.name", equalTo("Nina NOC"));
    }

    @Test
    void a_patch_writes_and_moves_as_the_golden_files_say() throws IOException {
        String id = create(golden("create.request.json")).path("id");

        Response patched = as("agent")
                .contentType("application/merge-patch+json")
                .body(golden("patch.request.json"))
                .patch(PATH + "/" + id);

        patched.then().statusCode(200);
        assertThat(likeGolden(patched)).isEqualTo(JSON.readTree(golden("patch.response.json")));
        patch(id, "{\"status\":\"closed\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"))
                .body("reason", equalTo("Transition not allowed"))
                .body("message", containsString("inProgress"))
                .body("status", equalTo("409"))
                .body("@type", equalTo("Error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"category\":\"a\",\"priority\":11,\"description\":\"d\",\"reason\":\"r\","
                        + "\"originatorParty\":{\"id\":\"x\"},\"affectedService\":[{\"id\":\"S\"}]}",
                "{\"category\":\"a\",\"priority\":\"high\",\"description\":\"d\"}",
                "{\"category\":\"a\",\"priority\":1,\"description\":\"d\",\"reason\":\"r\","
                        + "\"originatorParty\":{\"id\":\"x\"},\"affectedService\":[null]}",
                "{\"category\":\"a\",\"priority\":1,\"description\":\"d\",\"reason\":\"r\","
                        + "\"originatorParty\":{\"id\":\"x\"}}",
                "[1]",
                "{\"category\":"
            })
    void what_is_missing_or_misshapen_is_a_bad_request_in_the_words_of_tmf(String body) {
        create(body).then().statusCode(400).body("code", not(empty())).body("reason", not(empty()));
    }

    @Test
    void what_a_client_may_not_change_is_named() throws IOException {
        String id = create(golden("create.request.json")).path("id");

        patch(id, "{\"id\":\"7\",\"creationDate\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("message", equalTo("creationDate cannot be changed; id cannot be changed"));
        patch(id, "{\"status\":\"cancelled\"}").then().statusCode(400);
        patch(id, "{\"characteristic\":[{\"name\":\"colour\",\"value\":\"red\"}]}")
                .then()
                .statusCode(400);
    }

    @Test
    void a_list_is_filtered_counted_and_cut_to_the_fields() throws IOException {
        String service = Network.anyService();
        String body = golden("create.request.json").replace("IS-DIA-0001", service);
        create(body);
        MovableClock.shared().set(Instant.parse("2026-03-02T12:01:00Z"));
        String second = create(body).path("id");
        String filter = "?affectedService.id=" + service;

        as("agent")
                .get(PATH + "/" + filter + "&limit=1&fields=id,status,nothing")
                .then()
                .statusCode(200)
                .header("X-Total-Count", "2")
                .header("X-Result-Count", "1")
                .body("[0].keySet()", contains("id", "status"))
                .body("[0].id", equalTo(second));
        as("agent").get(PATH + filter + "&offset=1").then().body("", hasSize(1));
        as("agent")
                .get(PATH + filter + "&status=acknowledged&priority=4")
                .then()
                .body("", hasSize(2));
        as("agent")
                .get(PATH + filter + "&priority=5")
                .then()
                .body("", hasSize(0))
                .header("X-Total-Count", "0");
        as("agent").get(PATH + filter + "&status=cancelled").then().body("", hasSize(0));
        as("agent").get(PATH + filter + "&status=asleep").then().statusCode(400);
        as("agent").get(PATH + "?colour=red").then().statusCode(400).body("message", containsString("colour"));
        as("agent").get(PATH + "?limit=0").then().statusCode(400);
        as("agent").get(PATH + "?offset=-1").then().statusCode(400);
    }

    @Test
    void a_partner_reads_what_hurts_him_and_nothing_of_others() throws IOException {
        // given a problem that hurts a service of ACME and one of GLOBEX
        String mine = Network.anyService();
        String theirs = Network.anyService();
        know(List.of(Network.service(mine, "ACME", "n1", MORNING), Network.service(theirs, "GLOBEX", "n1", MORNING)));
        String id = as("agent")
                .body(Map.of(
                        "title", "Globex's card fails",
                        "description", "Globex says so",
                        "affectedServices", List.of(mine, theirs)))
                .post("/v1/problems")
                .path("id");
        String foreign = as("agent")
                .body(Map.of("title", "Theirs", "affectedServices", List.of(theirs)))
                .post("/v1/problems")
                .path("id");

        Response read = retrieve("partner-acme", id);
        read.then()
                .statusCode(200)
                .body("affectedService.id", contains(mine))
                .body("affectedNumberOfServices", equalTo(1))
                .body("name", containsString("PRB-"));
        assertThat(read.asString().toLowerCase()).doesNotContain("globex", theirs.toLowerCase());
        retrieve("partner-acme", foreign).then().statusCode(404).body("code", equalTo("not-found"));
        retrieve(BORIS, foreign).then().statusCode(200);
        as("partner-acme").get(PATH).then().body("id", hasItem(id)).body("id", not(hasItem(foreign)));
        as("partner-acme").get(PATH + "?affectedService.id=" + theirs).then().body("id", not(hasItem(foreign)));

        as("partner-acme")
                .body("{\"status\":\"inProgress\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(403);
        as("partner-acme").body(golden("create.request.json")).post(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
        as("provisioning").get(PATH).then().statusCode(403);
    }

    @Test
    void an_unknown_one_is_404_in_the_words_of_tmf() {
        retrieve("agent", "7").then().statusCode(404).body("reason", equalTo("Not found"));
        patch("1f0c3a52-6a53-4c7e-9d0e-0c8f6f1b7a10", "{}").then().statusCode(404);
    }

    private static Response create(String body) {
        return as("agent").body(body).post(PATH);
    }

    private static Response patch(String id, String body) {
        return as("agent").body(body).patch(PATH + "/" + id);
    }

    private static Response retrieve(String who, String id) {
        return as(who).get(PATH + "/" + id);
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GOLDEN.resolve(name));
    }

    /** The answer with the id and the number that the golden files have. */
    private static JsonNode likeGolden(Response answer) throws IOException {
        String id = answer.path("id");
        return JSON.readTree(answer.asString()
                .replace(id, "6f0c3a52-6a53-4c7e-9d0e-0c8f6f1b7a10")
                .replaceAll("PRB-2026-\\d{6}", "PRB-2026-000001"));
    }

    private static void know(List<ToldEvent> events) {
        events.forEach(ToldEvent::publish);
        Tables.await(events);
    }
}
