package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.published;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.request;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.revised;
import static com.interspace.rfo.fixture.Desk.sendBack;
import static com.interspace.rfo.fixture.Desk.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wrote what, and what becomes of an RFO that was published with a mistake in it. */
@QuarkusTest
class RevisionTest {

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @Test
    void a_new_edition_takes_the_place_of_the_old_one_which_stays_readable() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String first = published(ticket);
        Map<String, String> firstDocument = read(ANNA, first).path("document");
        byte[] firstPdf = pdf(first);
        MovableClock.shared().set(Instant.parse("2026-03-12T08:00:00Z"));

        String second = revised("agent", first);

        read("agent", second)
                .then()
                .body("number", equalTo(firstDocument.get("number")))
                .body("edition", equalTo(2))
                .body("status", equalTo("draft"))
                .body("supersedes", equalTo(first))
                .body("due", equalTo("2026-03-19T16:00:00Z"))
                .body("sections.rootCause.text", equalTo("A digger cut the fibre."))
                .body("history[0].comment", equalTo("The digger was not ours"));
        read(ANNA, first).then().body("status", equalTo("published"));
        proof(firstDocument.get("pdfSha256")).body("superseded", equalTo(false));

        write("agent", second, "rootCause", Map.of("category", "fibre", "text", "A mouse ate the fibre."));
        move("agent", second, "inReview").then().statusCode(200);
        move("agent2", second, "approved").then().statusCode(200);
        move("agent2", second, "published")
                .then()
                .statusCode(200)
                .body("document.version", equalTo(2))
                .body("document.number", equalTo(firstDocument.get("number")));

        read(ANNA, first)
                .then()
                .body("status", equalTo("superseded"))
                .body("supersededBy", equalTo(second))
                .body("sections.rootCause.text", equalTo("A digger cut the fibre."));
        assertThat(pdf(first)).isEqualTo(firstPdf);
        for (String hash : new String[] {firstDocument.get("pdfSha256"), firstDocument.get("jsonSha256")}) {
            proof(hash).body("superseded", equalTo(true)).body("version", equalTo(1));
        }
        Map<String, String> secondDocument = read(ANNA, second).path("document");
        proof(secondDocument.get("pdfSha256"))
                .body("superseded", equalTo(false))
                .body("version", equalTo(2));
        as(ANNA).get("/v1/rfos/" + second + "/document")
                .then()
                .header("Content-Disposition", containsString("-edition-2.pdf"));
        assertThat(Tables.text("select string_agg(substring(type from 'rfo\\.(.*)\\.v1'), ',' order by position)"
                        + " from outbox where body like '%\"id\":\"" + first + "\"%'"))
                .isEqualTo("requested,approved,published,superseded");
    }

    @Test
    void only_what_is_published_and_the_newest_is_revised() {
        String draft = requested(known(TicketStory.aResolvedTicket()));
        revise("agent", draft, "Too early")
                .statusCode(409)
                .body("type", equalTo("urn:interspace:problem:rfo-already-requested"));
        move("agent", draft, "withdrawn").then().statusCode(200);
        revise("agent", draft, "Too late").statusCode(409).body("currentStatus", equalTo("withdrawn"));
    }

    @Test
    void of_one_ticket_one_rfo_is_open_be_it_a_revision_or_not() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String first = published(ticket);
        String second = revised("manager", first);
        revise("agent", first, "Me too").statusCode(409).body("rfoId", equalTo(second));
        request(ANNA, ticket.id()).then().statusCode(409).body("rfoId", equalTo(second));
    }

    @Test
    void a_revision_needs_a_reason_and_somebody_of_the_centre() {
        String id = published(known(TicketStory.aResolvedTicket()));
        revise("agent", id, " ").statusCode(422).body("violations.field", contains("comment"));
        revise(ANNA, id, "I do not like it").statusCode(403);
        revise("agent", "1f0c3a52-6a53-4c7e-9d0e-0c8f6f1b7a10", "Which one?").statusCode(404);
    }

    @Test
    void a_withdrawn_revision_leaves_the_published_one_as_it_is_for_the_next_revision() {
        String first = published(known(TicketStory.aResolvedTicket()));
        move("agent", revised("agent", first), "withdrawn").then().statusCode(200);
        read(ANNA, first).then().body("status", equalTo("published")).body("supersededBy", nullValue());
        read("agent", revised("agent", first))
                .then()
                .body("edition", equalTo(3))
                .body("supersedes", equalTo(first));
    }

    @Test
    void every_text_of_a_section_stays_readable_with_its_author() {
        String id = requested(known(TicketStory.aResolvedTicket()));
        section("agent", id, "summary")
                .statusCode(200)
                .body("now.text", containsString("No traffic since 08:10"))
                .body("versions", empty());
        write("agent", id, "summary", Map.of("text", "First words."));
        write("manager", id, "summary", Map.of("text", "Better words."));

        section("ops", id, "summary")
                .body("now.text", equalTo("Better words."))
                .body("versions.text.text", contains("First words.", "Better words."))
                .body("versions.by", contains("Alice Agent", "Maria Manager"))
                .body("versions.version", contains(2, 3));
        section(ANNA, id, "summary").statusCode(403);
        section("agent", id, "poetry").statusCode(404);
    }

    @Test
    void who_wrote_since_the_last_review_is_named_and_may_not_approve() {
        String id = requested(known(TicketStory.aResolvedTicket()));
        write("agent", id, "summary", Map.of("text", "By Alice."));
        write("manager", id, "detection", Map.of("text", "By Maria."));
        read("agent2", id)
                .then()
                .body("edited.section", contains("summary", "detection"))
                .body("edited.by", contains("Alice Agent", "Maria Manager"))
                .body("mayNotApprove", contains("Alice Agent", "Maria Manager"));
        move("agent", id, "inReview").then().statusCode(200);
        sendBack("agent2", id, "Write the cause");
        write("manager", id, "summary", Map.of("text", "By Maria too."));

        read("agent2", id).then().body("mayNotApprove", contains("Maria Manager"));
        read(ANNA, id).then().body("edited", nullValue()).body("mayNotApprove", nullValue());
    }

    private static ValidatableResponse revise(String who, String id, String comment) {
        return as(who).body(Map.of("comment", comment))
                .post("/v1/rfos/" + id + "/revisions")
                .then();
    }

    private static ValidatableResponse section(String who, String id, String name) {
        return as(who).get("/v1/rfos/" + id + "/sections/" + name).then();
    }

    private static ValidatableResponse proof(String sha256) {
        return given().get("/v1/rfo-documents/" + sha256).then().statusCode(200);
    }

    private static byte[] pdf(String id) {
        return as(ANNA).get("/v1/rfos/" + id + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
