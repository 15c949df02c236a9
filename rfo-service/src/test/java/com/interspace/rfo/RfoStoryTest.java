package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.BORIS;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.request;
import static com.interspace.rfo.fixture.Desk.sendBack;
import static com.interspace.rfo.fixture.Desk.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import com.interspace.rfo.fixture.ToldEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way through the public doors: from the events of an outage to a document that proves itself. */
@QuarkusTest
@QuarkusTestResource(value = LocalParts.class, initArgs = @ResourceArg(name = "service", value = "rfo"))
class RfoStoryTest {

    @BeforeEach
    void it_is_monday_noon() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void an_outage_is_explained_from_its_events_to_a_published_document() {
        // given an outage that the other services have told of
        ToldEvent service = News.ofService("IS-DIA-0001").publish();
        TicketStory ticket = TicketStory.aResolvedTicket().published();
        ToldEvent level = News.ofLevelReached(ticket.id()).publish();
        ToldEvent mail =
                News.ofMailAbout(ticket.id(), "com.interspace.ticket.opened.v1").publish();
        Tables.await(ticket.told());
        Tables.await(service, level, mail);

        // when the customer asks
        String id = request(ANNA, ticket.id())
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", "\"1\"")
                .body("status", equalTo("draft"))
                .body("ticketId", equalTo(ticket.id()))
                .body("account", equalTo("ACME"))
                .body("due", equalTo("2026-03-10T16:00:00Z"))
                .body("sections.size()", equalTo(0))
                .body("timeline", empty())
                .body("document", nullValue())
                .body("history", nullValue())
                .extract()
                .path("id");

        // then the centre reads a draft that the events have written
        read("agent", id)
                .then()
                .statusCode(200)
                .body(
                        "sections.summary.text",
                        equalTo("No traffic since 08:10. The fault began at "
                                + "2026-03-02 08:10 UTC. It ended at 2026-03-02 10:00 UTC."))
                .body("sections.impact.services[0].state", equalTo("down"))
                .body("sections.impact.services[0].duration", equalTo("PT1H50M"))
                .body("sections.resolution.text", equalTo("A broken fibre was spliced."))
                .body("sections.target.text", equalTo("Response target met. Repair target met."))
                .body("missing", contains("rootCause", "measures"))
                .body(
                        "timeline.text",
                        contains(
                                "Ticket opened by the customer: No traffic since 08:10",
                                "E-mail delivered: ticket opened",
                                "Status changed from acknowledged to inProgress",
                                "The service centre wrote: We see the loss of signal.",
                                "Escalated to level 2 (Duty manager) by the age of the ticket",
                                "Resolved: A broken fibre was spliced."))
                .body(
                        "timeline.eventId",
                        contains(
                                ticket.told().get(0).id(),
                                mail.id(),
                                ticket.told().get(1).id(),
                                ticket.told().get(2).id(),
                                level.id(),
                                ticket.told().get(3).id()))
                .body("timeline[0].at", equalTo("2026-03-02T08:15:00Z"))
                .body("timeline[0].localTime", equalTo("2026-03-02T10:15:00+02:00"));

        // when the agent writes what no event knows, a colleague sends it back once, then approves and publishes
        write(
                        "agent",
                        id,
                        "rootCause",
                        Map.of(
                                "category", "Fibre",
                                "text", "A digger cut the fibre.",
                                "fiveWhys", List.of("The route was not marked.")))
                .then()
                .statusCode(200)
                .body("sections.rootCause.category", equalTo("fibre"))
                .body("missing", contains("measures"));
        move("agent", id, "inReview").then().statusCode(200);
        sendBack("agent2", id, "Name the measures").then().statusCode(200).body("status", equalTo("draft"));
        write(
                        "agent",
                        id,
                        "measures",
                        Map.of(
                                "text",
                                "Routes are marked.",
                                "actions",
                                List.of(Map.of("text", "Mark the route", "owner", "Field team", "due", "2026-04-30"))))
                .then()
                .statusCode(200)
                .body("missing", empty());
        move("agent", id, "inReview").then().statusCode(200);
        move("agent2", id, "approved")
                .then()
                .statusCode(200)
                .body("sections.approval.approvedBy", equalTo("Arthur Agent"));
        read(ANNA, id)
                .then()
                .statusCode(200)
                .body("sections.size()", equalTo(0))
                .body("status", equalTo("approved"));
        as(ANNA).get("/v1/rfos/" + id + "/document").then().statusCode(409);
        move("agent2", id, "published").then().statusCode(200).body("status", equalTo("published"));

        // then the customer reads all of it, and the document proves itself
        Map<String, String> document = read(ANNA, id)
                .then()
                .statusCode(200)
                .body("sections.rootCause.text", equalTo("A digger cut the fibre."))
                .body("timeline", hasSize(6))
                .body("history", nullValue())
                .extract()
                .path("document");
        byte[] pdf = as(ANNA).get("/v1/rfos/" + id + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Sha256.of(pdf)).isEqualTo(document.get("pdfSha256"));
        given().get("/v1/rfo-documents/" + Sha256.of(pdf))
                .then()
                .statusCode(200)
                .body("number", equalTo(document.get("number")))
                .body("version", equalTo(1))
                .body("issuedAt", equalTo("2026-03-02T12:00:00Z"))
                .body("kind", equalTo("pdf"))
                .body("superseded", equalTo(false));
        pdf[pdf.length / 2]++;
        given().get("/v1/rfo-documents/" + Sha256.of(pdf)).then().statusCode(404);

        // and everybody else has heard of it
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> typesOf(ticket)
                .contains("com.interspace.rfo.published.v1"));
        assertThat(typesOf(ticket))
                .containsExactly(
                        "com.interspace.rfo.requested.v1",
                        "com.interspace.rfo.approved.v1",
                        "com.interspace.rfo.published.v1");
        read("agent", id).then().body("history", not(empty()));
        read(BORIS, id).then().statusCode(404);
    }

    private static List<String> typesOf(TicketStory ticket) {
        return LocalParts.events("interspace.rfo.v1").stream()
                .filter(event -> event.key().equals(ticket.id()))
                .map(Event::type)
                .toList();
    }
}
