package com.interspace.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.local.event.Event;
import com.interspace.local.fixture.EveryColumn;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.QueryPlan;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A person of the customer is handed what is kept of her, and erased. */
@QuarkusTest
class ErasureTest extends TicketDeskTest {

    private static final Map<String, String> BECAUSE = Map.of("reason", "Her request of 2026-03-01, by letter");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String id = "k-" + mark;
    private final String subject = UUID.randomUUID().toString();
    private final String name = "Karolina Nn" + mark;
    private final String email = "karolina-" + mark + "@acme.example";
    private final String phone = "+359 2 " + (1_000_000 + Integer.parseInt(mark.substring(0, 5), 16));

    @Inject
    DataSource database;

    @All
    List<Forgetful> keepers;

    @Test
    void a_contact_is_handed_what_is_kept_of_her() {
        String ticket = aTicketFullOfHer();
        as(MANAGER)
                .get("/v1/contacts/" + id + "/personal-data")
                .then()
                .statusCode(200)
                .body("account", equalTo("ACME"))
                .body("contacts['" + acmeService + "'].email", contains(email))
                .body("tickets.ticketId", hasItem(ticket))
                .body("tickets.phone", hasItem(phone))
                .body("notes.text", hasItem("Please call me, " + name + "."))
                .body("files.fileName", contains("trace of " + name + ".txt"))
                .body("mails.sender", contains(email))
                .body("actorIds", hasItem(subject));
    }

    @Test
    void nothing_of_an_erased_contact_is_left_and_every_history_still_proves_itself() throws Exception {
        String ticket = aTicketFullOfHer();
        assertThat(leftOfHer()).contains("ticket.summary", "note.text", "mail.raw", "service.contacts", "outbox.body");

        erase().statusCode(200).body("by", equalTo("Maria Manager")).body("reason", equalTo(BECAUSE.get("reason")));

        // then: as soon as the others were told, nothing
        await().untilAsserted(() -> assertThat(leftOfHer()).isEmpty());
        as(AGENT).get("/v1/tickets/" + ticket + "/history/verification").then().body("valid", equalTo(true));
        as(AGENT)
                .get("/v1/tickets/" + ticket)
                .then()
                .body("reporter.contactId", equalTo(id))
                .body("reporter.name", nullValue())
                .body("description", equalTo("Ask [erased] ([erased], [erased]) about the splice."));
        as(AGENT)
                .get("/v1/tickets/" + ticket + "/notes")
                .then()
                .body("items.text", hasItem("Please call me, [erased]."));
        as(AGENT).get("/v1/tickets/" + ticket + "/history").then().statusCode(200);
        as(PARTNER)
                .get("/tmf-api/troubleTicket/v4/troubleTicket/" + ticket)
                .then()
                .statusCode(200);
        as(AGENT).get("/v1/quarantine?state=noted&limit=200").then().statusCode(200);

        // and: the others were told, and the last word on the service is without her
        List<Event> told = LocalParts.events("interspace.service.v1").stream()
                .filter(event -> event.key().equals(acmeService))
                .toList();
        assertThat(told.get(told.size() - 2).type()).isEqualTo("com.interspace.service.contact-erased.v1");
        assertThat(told.get(told.size() - 2).body().toString()).contains(email, subject);
        assertThat(told.get(told.size() - 1).type()).isEqualTo("com.interspace.service.changed.v1");
        assertThat(told.get(told.size() - 1).body().toString()).doesNotContain(email, name, phone);
    }

    @Test
    void an_erasure_that_breaks_off_has_not_happened_and_can_be_repeated() throws Exception {
        aServiceWithHer();
        long version = version();
        execute("create or replace function broken() returns trigger language plpgsql as"
                + " $$ begin raise exception 'broken on purpose'; end $$");
        execute("create trigger broken before insert on erasure for each row execute function broken()");
        try {
            assertThat(erase().extract().statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            execute("drop trigger broken on erasure");
        }
        assertThat(leftOfHer()).contains("service.contacts");
        assertThat(version()).isEqualTo(version);
        erase().statusCode(200);
        await().untilAsserted(() -> assertThat(leftOfHer()).isEmpty());
    }

    @Test
    void a_second_click_changes_nothing() {
        aServiceWithHer();
        String first = erase().statusCode(200).extract().asString();
        long version = version();
        clock.advance(Duration.ofHours(1));
        assertThat(erase().statusCode(200).extract().asString()).isEqualTo(first);
        assertThat(as(MANAGER).get("/v1/contacts/" + id + "/erasure").asString())
                .isEqualTo(first);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void provisioning_cannot_bring_her_back() {
        aServiceWithHer();
        erase().statusCode(200);
        as(PROVISIONING)
                .body(aServiceNamingHer())
                .put("/v1/services/" + acmeService)
                .then()
                .statusCode(422)
                .body("violations.field", contains("contacts[0].contactId"));
    }

    @Test
    void what_somebody_else_of_the_account_has_too_stays_his() {
        Map<String, Object> service = aServiceNamingHer();
        String colleague = "c-" + mark;
        service.put(
                "contacts",
                List.of(
                        Map.of("contactId", id, "name", name, "email", "noc-" + email, "phone", phone),
                        Map.of("contactId", colleague, "name", "Colleague " + mark, "email", "noc-" + email)));
        as(PROVISIONING).body(service).put("/v1/services/" + acmeService).then().statusCode(200);
        String ticket = onBehalf("Write to noc-" + email + ", not to " + name);
        erase().statusCode(200);
        as(AGENT)
                .get("/v1/tickets/" + ticket)
                .then()
                .body("description", equalTo("Write to noc-" + email + ", not to [erased]"));
        as(AGENT)
                .get("/v1/services/" + acmeService)
                .then()
                .body("contacts.contactId", contains(colleague))
                .body("contacts.email", contains("noc-" + email));
    }

    @Test
    void erasing_takes_a_manager_a_reason_that_does_not_name_her_and_a_contact() {
        aServiceWithHer();
        String path = "/v1/contacts/" + id + "/erasure";
        as(AGENT).body(BECAUSE).post(path).then().statusCode(403);
        as(MANAGER).post(path).then().statusCode(400);
        as(MANAGER)
                .contentType("text/plain")
                .body("She asked for it")
                .post(path)
                .then()
                .statusCode(415);
        as(MANAGER).body(Map.of()).post(path).then().statusCode(422).body("violations.field", contains("reason"));
        as(MANAGER)
                .body(Map.of("reason", name + " asked for it"))
                .post(path)
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason"));
        as(MANAGER).body(BECAUSE).post(path + "?account=GLOBEX").then().statusCode(404);
        as(MANAGER).body(BECAUSE).post("/v1/contacts/nobody/erasure").then().statusCode(404);
        as(MANAGER).get("/v1/contacts/nobody/personal-data").then().statusCode(404);
        as(MANAGER).get(path).then().statusCode(404);
        as(AGENT).get("/v1/services/" + acmeService).then().body("contacts.contactId", contains(id));
    }

    @Test
    void a_contact_of_several_accounts_is_erased_in_one_of_them() {
        aServiceWithHer();
        Map<String, Object> foreign = aServiceNamingHer();
        foreign.put("account", "GLOBEX");
        String other = "IS-GLOBEX-" + mark;
        as(PROVISIONING).body(foreign).put("/v1/services/" + other).then().statusCode(201);
        erase().statusCode(422).body("violations.field", contains("account"));
        as(MANAGER)
                .body(BECAUSE)
                .post("/v1/contacts/" + id + "/erasure?account=ACME")
                .then()
                .statusCode(200);
        as(AGENT).get("/v1/services/" + other).then().body("contacts.contactId", contains(id));
    }

    @Test
    void what_is_old_is_found_by_an_index_in_every_table_that_forgets() throws SQLException {
        assertThat(keepers).extracting(each -> each.retention().table()).contains("mail", "outbox");
        for (Forgetful keeper : keepers) {
            String delete = keeper.retention().statement().replace("?", "timestamptz '2000-01-01'");
            assertThat(QueryPlan.of(database, delete)).contains("Index Scan").doesNotContain("Seq Scan", "Sort");
        }
    }

    /** She reports by panel and mail, writes and adds a file; the centre writes about her. */
    private String aTicketFullOfHer() {
        aServiceWithHer();
        Map<String, Object> report = aReport("summary", "No traffic, says " + name);
        report.put("description", "Ask " + name + " (" + email + ", " + phone + ") about the splice.");
        String ticket = asHer().body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("reporter.contactId", equalTo(id))
                .extract()
                .path("id");
        as(AGENT)
                .body(Map.of(
                        "text",
                        "Called " + name.toUpperCase() + " at " + phone.replace(" ", ""),
                        "visibility",
                        "internal"))
                .post("/v1/tickets/" + ticket + "/notes")
                .then()
                .statusCode(201);
        asHer().body(Map.of("text", "Please call me, " + name + "."))
                .post("/v1/tickets/" + ticket + "/notes")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(herToken())
                .multiPart("file", "trace of " + name + ".txt", "1  192.0.2.1".getBytes(StandardCharsets.UTF_8))
                .post("/v1/tickets/" + ticket + "/attachments")
                .then()
                .statusCode(201);
        LocalParts.mailToSupport(
                email,
                ("From: " + name + " <" + email + ">\r\nTo: support@interspace.example\r\nSubject: Re: [" + ticket
                                + "] from " + name + "\r\n\r\nMy number is " + phone + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> as(AGENT)
                .get("/v1/tickets/" + ticket + "/notes")
                .then()
                .body("items.text", hasItem("My number is " + phone)));
        return ticket;
    }

    private String onBehalf(String description) {
        Map<String, Object> report = aReport("description", description);
        report.put("reporter", Map.of("contactId", id));
        return as(AGENT)
                .body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void aServiceWithHer() {
        as(PROVISIONING)
                .body(aServiceNamingHer())
                .put("/v1/services/" + acmeService)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> aServiceNamingHer() {
        Map<String, Object> service = aServiceOf("ACME");
        service.put("contacts", List.of(Map.of("contactId", id, "name", name, "email", email, "phone", phone)));
        return service;
    }

    private ValidatableResponse erase() {
        return as(MANAGER).body(BECAUSE).post("/v1/contacts/" + id + "/erasure").then();
    }

    private long version() {
        return as(AGENT).get("/v1/services/" + acmeService).jsonPath().getLong("version");
    }

    private List<String> leftOfHer() throws SQLException {
        return EveryColumn.holding(
                database, name, email, phone, phone.replace(" ", ""), mark.toLowerCase() + "@", "Nn" + mark);
    }

    private RequestSpecification asHer() {
        return given().auth().oauth2(herToken()).contentType(ContentType.JSON);
    }

    private String herToken() {
        long now = Instant.now().getEpochSecond();
        return LocalParts.sign(
                """
                {"iss": "%s", "aud": "interspace", "sub": "%s", "name": "%s", "email": "%s", "account": ["ACME"],
                 "realm_access": {"roles": ["customer"]}, "iat": %d, "exp": %d}"""
                        .formatted(LocalParts.issuer(), subject, name, email, now, now + 3600));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
