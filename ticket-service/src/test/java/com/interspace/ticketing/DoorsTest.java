package com.interspace.ticketing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoorsTest extends TicketDeskTest {

    @Test
    void nobody_enters_without_a_token_that_is_valid_now() {
        given().get("/v1/tickets").then().statusCode(401);
        given().auth().oauth2("not.a.token").get("/v1/tickets").then().statusCode(401);
        given().auth()
                .oauth2(LocalParts.expiredToken())
                .get("/v1/tickets")
                .then()
                .statusCode(401);
    }

    @Test
    void a_foreign_ticket_does_not_exist_behind_any_door() {
        String id = anOpenTicket();
        for (String path : List.of("", "/notes", "/clock", "/history", "/history/verification")) {
            as(BORIS).get("/v1/tickets/" + id + path).then().statusCode(404);
        }
        as(BORIS)
                .body(Map.of("to", "cancelled"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(404);
        as(BORIS)
                .body(Map.of("text", "hello"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(404);
        as(BORIS).get("/v1/tickets?account=ACME").then().statusCode(200).body("items.size()", equalTo(0));
        as(BORIS).get("/v1/services/" + acmeService).then().statusCode(404);
        as(BORIS).get("/v1/services?limit=200").then().body("items.account", everyItem(not(equalTo("ACME"))));
    }

    @Test
    void every_role_enters_by_its_own_doors_only() {
        String id = anOpenTicket();
        as(PROVISIONING).get("/v1/tickets").then().statusCode(403);
        as(OPS).get("/v1/tickets/" + id).then().statusCode(200);
        as(OPS).body(aReport()).post("/v1/tickets").then().statusCode(403);
        as(OPS).body(Map.of("text", "x"))
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(403);
        as(AGENT)
                .body(aServiceOf("ACME"))
                .put("/v1/services/" + acmeService)
                .then()
                .statusCode(403);
        as(ANNA).post("/v1/services/" + acmeService + "/terminate").then().statusCode(403);
        as(PARTNER).get("/v1/tickets/" + id).then().statusCode(200);
        as(ANNA).get("/v1/dead-letters").then().statusCode(403);
        as(OPS).get("/v1/dead-letters").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void provisioning_describes_a_service_and_saying_it_twice_changes_nothing() {
        as(PROVISIONING)
                .body(aServiceOf("ACME"))
                .put("/v1/services/" + acmeService)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("status", equalTo("active"))
                .body("support.email", equalTo("support@interspace.example"));
        Map<String, Object> moved = aServiceOf("ACME");
        moved.put("node", "sof1-pe2");
        as(PROVISIONING)
                .body(moved)
                .put("/v1/services/" + acmeService)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("node", equalTo("sof1-pe2"));
    }

    @Test
    void a_service_never_changes_hands() {
        as(PROVISIONING)
                .body(aServiceOf("GLOBEX"))
                .put("/v1/services/" + acmeService)
                .then()
                .statusCode(409)
                .body("account", equalTo("ACME"));
    }

    @Test
    void every_impossible_part_of_a_service_is_named() {
        as(PROVISIONING)
                .body(Map.of(
                        "zone",
                        "Mars/Olympus",
                        "holidayCountry",
                        "XX",
                        "contacts",
                        List.of(Map.of("contactId", "a", "name", "A", "email", "not an address"))))
                .put("/v1/services/IS-NEW-" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        contains("account", "product", "zone", "holidayCountry", "contacts[0].email"));
        as(PROVISIONING)
                .body(aServiceOf("ACME"))
                .put("/v1/services/a%20b")
                .then()
                .statusCode(422);
    }

    @Test
    void a_suspended_service_still_takes_tickets_and_its_status_shows() {
        as(PROVISIONING)
                .post("/v1/services/" + acmeService + "/suspend")
                .then()
                .statusCode(200)
                .body("status", equalTo("suspended"));
        as(ANNA).body(aReport()).post("/v1/tickets").then().statusCode(201);
        as(PROVISIONING).post("/v1/services/IS-NONE/suspend").then().statusCode(404);
    }

    @Test
    void a_customer_finds_his_services() {
        as(ANNA).get("/v1/services?limit=200").then().statusCode(200).body("items.serviceId", hasItem(acmeService));
    }

    @Test
    void the_form_comes_in_the_panels_language_or_in_english() {
        as(ANNA).get("/v1/intake-form?lang=bg")
                .then()
                .statusCode(200)
                .header("Content-Language", "bg")
                .body("fields.find { it.name == 'serviceId' }.label", equalTo("Услуга"))
                .body(
                        "fields.findAll { it.required }.name",
                        contains("serviceId", "problemStart", "summary", "impact"));
        as(ANNA).header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5")
                .get("/v1/intake-form")
                .then()
                .body("language", equalTo("de"));
        as(ANNA).get("/v1/intake-form?lang=ja").then().body("language", equalTo("en"));
        as(ANNA).get("/v1/intake-form?lang=%3Cx%3E").then().statusCode(422);
    }
}
