package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.BORIS;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.published;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.pdf.Sha256;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Contents;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import com.interspace.rfo.fixture.ToldEvent;
import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Press;
import com.interspace.rfo.report.Report;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What is issued: once, in two forms, provable by anybody, and only to those whose outage it was. */
@QuarkusTest
class DocumentTest {

    @Inject
    Press press;

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @Test
    void before_publication_there_is_no_document() {
        String id = requested(known(TicketStory.aResolvedTicket()));

        as(ANNA).get("/v1/rfos/" + id + "/document")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("currentStatus", equalTo("draft"));
    }

    @Test
    void both_forms_are_served_as_they_were_issued_and_prove_themselves() {
        String id = published(known(TicketStory.aResolvedTicket()));
        Map<String, String> document = read("agent", id).path("document");

        byte[] pdf = document(id, "application/pdf");
        byte[] json = document(id, "application/json");

        assertThat(Sha256.of(pdf)).isEqualTo(document.get("pdfSha256"));
        assertThat(Sha256.of(json)).isEqualTo(document.get("jsonSha256"));
        given().get("/v1/rfo-documents/" + Sha256.of(pdf))
                .then()
                .statusCode(200)
                .body("kind", equalTo("pdf"));
        given().get("/v1/rfo-documents/" + Sha256.of(json).toUpperCase())
                .then()
                .statusCode(200)
                .body("kind", equalTo("json"))
                .body("number", equalTo(document.get("number")));
    }

    @Test
    void without_a_wish_it_is_the_pdf_and_another_form_is_406() {
        String id = published(known(TicketStory.aResolvedTicket()));

        as(ANNA).get("/v1/rfos/" + id + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment; filename=\"RFO-2026-"))
                .header("X-Content-Type-Options", "nosniff");
        as(ANNA).accept("application/json;q=0.9, application/pdf;q=0.1")
                .get("/v1/rfos/" + id + "/document")
                .then()
                .contentType("application/json");
        as(ANNA).accept("text/html").get("/v1/rfos/" + id + "/document").then().statusCode(406);
    }

    @Test
    void one_changed_byte_does_not_verify() {
        String id = published(known(TicketStory.aResolvedTicket()));
        byte[] json = document(id, "application/json");

        json[json.length - 2]++;

        given().get("/v1/rfo-documents/" + Sha256.of(json)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "not-a-hash", "%27%20or%201%3D1"})
    void what_is_no_fingerprint_of_ours_is_404(String fingerprint) {
        given().urlEncodingEnabled(false)
                .get("/v1/rfo-documents/" + fingerprint)
                .then()
                .statusCode(404);
    }

    @Test
    void the_document_of_another_account_is_404() {
        String id = published(known(TicketStory.aResolvedTicket()));

        as(BORIS).get("/v1/rfos/" + id + "/document").then().statusCode(404);
        given().get("/v1/rfos/" + id + "/document").then().statusCode(401);
        as("notification-service").get("/v1/rfos/" + id + "/document").then().statusCode(200);
    }

    @Test
    void the_pdf_says_everything_and_names_its_twin() throws IOException {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = published(ticket);
        Map<String, String> document = read("agent", id).path("document");

        String text = textOf(document(id, "application/pdf"));

        assertThat(text)
                .contains("Interspace", document.get("number"), ticket.id(), "IS-DIA-0001", "ACME")
                .contains("2026-03-02 12:00:00 UTC", "2026-03-10 16:00:00 UTC")
                .contains("2026-03-02 08:15:00", "2026-03-02 10:15:00", "Resolved: A broken fibre was spliced.")
                .contains("A digger cut the fibre.", "The route was marked.", "Approved by Arthur Agent")
                .contains("Page 1 of ");
        assertThat(text.replaceAll("\\s", ""))
                .contains(document.get("jsonSha256"))
                .contains("http://localhost:8080/v1/rfo-documents/" + document.get("jsonSha256"));
    }

    @Test
    void the_twin_says_the_same_for_machines() throws IOException {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        JsonNode twin = new ObjectMapper().readTree(document(published(ticket), "application/json"));

        assertThat(twin.at("/ticketId").asText()).isEqualTo(ticket.id());
        assertThat(twin.at("/sections/rootCause/category").asText()).isEqualTo("fibre");
        assertThat(twin.at("/sections/impact/services/0/duration").asText()).isEqualTo("PT1H50M");
        assertThat(twin.at("/timeline/0/localTime").asText()).isEqualTo("2026-03-02T10:15:00+02:00");
        assertThat(twin.at("/timeline/0/eventId").asText())
                .isEqualTo(ticket.told().get(0).id());
    }

    @Test
    void it_is_pdf_a_2b_with_cyrillic_and_whatever_people_write() throws Exception {
        // given a ticket and sections full of what should not be in a document
        String hostile =
                "<script>alert(1)</script> {report.number} &nbsp; <img src=\"file:///etc/passwd\"/> Връзката \u0007";
        TicketStory ticket =
                known(TicketStory.aCriticalTicket().answered(hostile).resolved());
        String id = requested(ticket);
        write(
                        "agent",
                        id,
                        "rootCause",
                        Map.of("category", hostile.substring(0, 20), "text", hostile, "fiveWhys", List.of(hostile)))
                .then()
                .statusCode(200);
        write(
                        "agent",
                        id,
                        "measures",
                        Map.of("actions", List.of(Map.of("text", hostile, "owner", "Иван", "due", "2026-04-30"))))
                .then()
                .statusCode(200);
        move("agent", id, "inReview");
        move("agent2", id, "approved");
        move("agent2", id, "published").then().statusCode(200);

        byte[] pdf = document(id, "application/pdf");

        assertThat(textOf(pdf)).contains("<script>alert(1)</script> {report.number} &nbsp;", "Връзката", "Иван");
        assertThat(objectionsTo(pdf)).isEmpty();
    }

    @Test
    void the_rfo_of_a_ticket_with_200_events_is_printed_in_less_than_a_second() {
        List<Instant> times = Stream.iterate(Contents.at("08:00"), at -> at.plusSeconds(36))
                .limit(200)
                .toList();
        Content content = Contents.of(List.of(Contents.affected("S", "down", "08:00", "10:00")), times);
        Report report = new Report("RFO-2026-000001", 1, Contents.at("15:00"), content, "Arthur", Contents.at("14:00"));

        // Processor time, and the best of several: other work of the machine is not the document's.
        Duration fastest = IntStream.range(0, 8)
                .mapToObj(attempt -> processorTimeToPrint(report))
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
    }

    private Duration processorTimeToPrint(Report report) {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long began = processor.getCurrentThreadCpuTime();
        press.print(report);
        return Duration.ofNanos(processor.getCurrentThreadCpuTime() - began);
    }

    @Test
    void an_issued_document_cannot_be_changed_even_in_the_database() {
        String id = published(known(TicketStory.aResolvedTicket()));

        assertThatThrownBy(() -> Tables.change("update rfo_document set pdf = '' where rfo_id = '" + id + "'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Tables.change("delete from rfo_document where rfo_id = '" + id + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void what_arrives_after_publication_changes_neither_document_nor_content() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = published(ticket);
        byte[] pdf = document(id, "application/pdf");
        String content = read(ANNA, id).asString();

        ToldEvent late = News.ofLevelReached(ticket.id()).publish();
        Tables.await(late, ticket.closed().last().publish());

        assertThat(document(id, "application/pdf")).isEqualTo(pdf);
        assertThat(read(ANNA, id).asString()).isEqualTo(content);
    }

    private static byte[] document(String id, String type) {
        return as(ANNA).accept(type)
                .get("/v1/rfos/" + id + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<String> objectionsTo(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
