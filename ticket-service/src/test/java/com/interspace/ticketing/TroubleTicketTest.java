package com.interspace.ticketing;

import static com.interspace.ticketing.ticket.Status.CANCELLED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TroubleTicketTest extends TicketDeskTest {

    private static final String PATH = "/tmf-api/troubleTicket/v4/troubleTicket";

    @Inject
    ObjectMapper json;

    private GoldenFiles golden;

    @BeforeEach
    void theGoldenFilesSpeakOfOurService() {
        golden = new GoldenFiles(acmeService);
    }

    @Test
    void the_golden_papers_come_back_as_they_are_written() throws Exception {
        // given
        String request = withOwnExternalId(golden.request("create-request"), "ACME-4711");
        GoldenFiles.assertKeeps("TroubleTicket_Create", json.readTree(request));

        // when, then: a whole report
        Response created = partner(request).post(PATH);
        created.then().statusCode(201).header("Location", notNullValue());
        golden.check("create-answer", "TroubleTicket", without(created));

        // when, then: one that leaves things out, and its completion
        String incomplete = withOwnExternalId(golden.request("incomplete-request"), "ACME-4712");
        Response asked = partner(incomplete).post(PATH);
        asked.then().statusCode(201);
        golden.check("incomplete-answer", "TroubleTicket", without(asked));
        String id = asked.path("id");
        Response completed = partner(golden.request("complete-request")).patch(PATH + "/" + id);
        completed.then().statusCode(200);
        golden.check("complete-answer", "TroubleTicket", without(completed));
        Response cancelled = partner(golden.request("cancel-request"))
                .contentType("application/merge-patch+json")
                .patch(PATH + "/" + id);
        cancelled.then().statusCode(200);
        golden.check("cancel-answer", "TroubleTicket", without(cancelled));

        // when, then: what is refused
        golden.check("error-400", "Error", partner("{}").post(PATH).asString());
        golden.check(
                "error-404", "Error", as(PARTNER).get(PATH + "/IS-1000042-9").asString());
        golden.check(
                "error-409",
                "Error",
                partner("{\"status\":\"resolved\"}")
                        .patch(PATH + "/" + created.path("id"))
                        .asString());
    }

    @ParameterizedTest
    @CsvSource({"description", "severity", "ticketType"})
    void without_a_mandatory_attribute_nothing_is_created(String attribute) {
        Map<String, Object> report = aTroubleTicket();
        report.remove(attribute);
        as(PARTNER)
                .body(report)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("code", equalTo("invalid-input"))
                .body("message", containsString(attribute + " is required"))
                .body("status", equalTo("400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"x\"", "{\"description\":", "{\"description\":{\"a\":1}}"})
    void a_wrong_shape_is_400_with_the_body_of_tmf(String body) {
        partner(body).post(PATH).then().statusCode(400).body("code", notNullValue(), "reason", notNullValue());
        String id = aPartnersTicket();
        partner(body).patch(PATH + "/" + id).then().statusCode(400).body("reason", notNullValue());
    }

    @Test
    void fields_answer_with_exactly_the_asked_keys_and_a_trailing_slash_routes() {
        String id = aPartnersTicket();
        Map<String, Object> view = as(PARTNER)
                .get(PATH + "/" + id + "?fields=id,status,severity")
                .then()
                .statusCode(200)
                .extract()
                .path("");
        assertThat(view).containsOnlyKeys("id", "status", "severity");
        as(PARTNER).get(PATH + "/" + id + "/").then().statusCode(200).body("id", equalTo(id));
        as(PARTNER).get(PATH + "/?fields=id&limit=1").then().statusCode(200).body("[0].keySet()", hasItems("id"));
        as(PARTNER).body(aTroubleTicket()).post(PATH + "/").then().statusCode(201);
    }

    @Test
    void a_list_is_filtered_by_exact_values_paged_and_counted() {
        String type = "type-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> report = aTroubleTicket();
            report.put("ticketType", type);
            as(PARTNER).body(report).post(PATH).then().statusCode(201);
        }
        as(PARTNER)
                .get(PATH + "?ticketType=" + type + "&offset=1&limit=1")
                .then()
                .statusCode(200)
                .header("X-Total-Count", "3")
                .header("X-Result-Count", "1")
                .body("", hasSize(1));
        as(PARTNER).get(PATH + "?ticketType=" + type.substring(1)).then().header("X-Total-Count", "0");
        as(PARTNER).get(PATH + "?status=Pending&ticketType=" + type).then().body("", empty());
        as(PARTNER)
                .get(PATH + "?relatedEntity.id=" + acmeService + "&priority=critical&status=acknowledged")
                .then()
                .body("", hasSize(3));
        for (String impossible : List.of("colour=red", "limit=0", "limit=x", "offset=-1")) {
            as(PARTNER).get(PATH + "?" + impossible).then().statusCode(400).body("code", equalTo("invalid-input"));
        }
    }

    @Test
    void nobody_else_sees_or_touches_a_partners_ticket() {
        String id = aPartnersTicket();
        as(BORIS).get(PATH + "/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        as(BORIS)
                .body(Map.of("status", "cancelled"))
                .patch(PATH + "/" + id)
                .then()
                .statusCode(404);
        as(BORIS).get(PATH + "?id=" + id).then().body("", empty());
        given().get(PATH).then().statusCode(401);
        as(AGENT).body(aTroubleTicket()).post(PATH).then().statusCode(403);
        Map<String, Object> foreign = aTroubleTicket();
        foreign.put("relatedEntity", List.of(Map.of("id", acmeService, "role", "x", "@referredType", "Service")));
        as(BORIS)
                .body(foreign)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .body("missingInformation.field", hasItems("serviceId"));
    }

    @Test
    void the_same_external_id_is_the_same_ticket_or_a_conflict() {
        Map<String, Object> report = aTroubleTicket();
        report.put("externalId", "ext-" + UUID.randomUUID());
        report.put("note", List.of(Map.of("text", "seen by our NOC")));
        String id = as(PARTNER).body(report).post(PATH).path("id");
        as(PARTNER)
                .body(report)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("note", hasSize(1));
        report.put("severity", "another");
        as(PARTNER).body(report).post(PATH).then().statusCode(409).body("code", equalTo("external-id-taken"));
    }

    @Test
    void a_partner_cancels_confirms_and_reopens_and_nothing_else() {
        String id = aPartnersTicket();
        for (String status : List.of("inProgress", "resolved", "held", "closed")) {
            partner("{\"status\":\"" + status + "\"}")
                    .patch(PATH + "/" + id)
                    .then()
                    .statusCode(409)
                    .body("reason", notNullValue());
        }
        move(id, "resolved");
        partner("{\"status\":\"inProgress\"}").patch(PATH + "/" + id).then().statusCode(400);
        partner("{\"status\":\"inProgress\",\"statusChangeReason\":\"still down\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("inProgress"));
        partner("{\"status\":\"" + CANCELLED + "\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("statusChange.status", hasItems("resolved", "cancelled"));
        partner("{\"description\":\"other\"}").patch(PATH + "/" + id).then().statusCode(400);
        partner("{\"impact\":\"degradation\"}").patch(PATH + "/" + id).then().statusCode(409);
    }

    @Test
    void a_note_of_a_patch_is_added_once_and_internal_ones_stay_inside() {
        String id = aPartnersTicket();
        as(AGENT)
                .body(Map.of("text", "customer is difficult", "visibility", "internal"))
                .post("/v1/tickets/" + id + "/notes");
        Response noted = partner("{\"note\":[{\"text\":\"rebooted\"}]}").patch(PATH + "/" + id);
        noted.then().statusCode(200).body("note.text", equalTo(List.of("rebooted")));
        partner("{\"note\":[{\"id\":\"" + noted.path("note[0].id") + "\",\"text\":\"rebooted\"},{\"text\":\"again\"}]}")
                .patch(PATH + "/" + id)
                .then()
                .body("note.text", equalTo(List.of("rebooted", "again")));
    }

    @Test
    void who_asks_too_often_is_told_when_to_go_on() {
        String boris = as(BORIS).get(PATH).then().statusCode(200).extract().header("X-Result-Count");
        assertThat(boris).isNotNull();
        int status = 200;
        Response last = null;
        for (int i = 0; i <= 600 && status == 200; i++) {
            last = as(BORIS).get(PATH + "?limit=1&fields=id");
            status = last.statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(last.<String>path("code")).isEqualTo("too-many-requests");
    }

    private static io.restassured.specification.RequestSpecification partner(String body) {
        return given().auth()
                .oauth2(LocalParts.tokenOf(PARTNER))
                .contentType("application/json")
                .body(body);
    }

    private String aPartnersTicket() {
        return as(PARTNER)
                .body(aTroubleTicket())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> aTroubleTicket() {
        return new HashMap<>(Map.of(
                "description", "No traffic since this morning",
                "severity", "service-affecting",
                "ticketType", "fault",
                "priority", "critical",
                "problemStart", "2026-03-02T08:10:00Z",
                "relatedEntity", List.of(Map.of("id", acmeService, "role", "affected", "@referredType", "Service"))));
    }

    /** The golden external id is one of many runs on one database. */
    private String withOwnExternalId(String request, String goldenId) {
        return request.replace(goldenId, goldenId + acmeService);
    }

    private String without(Response answer) throws Exception {
        JsonNode tree = json.readTree(answer.asString().replaceAll("(ACME-471[12])" + acmeService, "$1"));
        return json.writeValueAsString(tree);
    }
}
