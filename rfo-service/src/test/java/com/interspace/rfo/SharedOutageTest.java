package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.BORIS;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two customers suffer from one fault, and neither reads of the other. */
@QuarkusTest
class SharedOutageTest {

    private static final String OF_ACME = "IS-DIA-0401";
    private static final String OF_GLOBEX = "IS-ETH-0402";
    private static final String GOSSIP = "%s (IS-C-20001, IS-C-10001) of Globex, contact Boris Ivanov"
            + " <boris@globex.example>, and %s of Acme, contact Anna Petrova <anna@acme.example>,"
            + " share tickets %s and %s.";

    @BeforeEach
    void it_is_monday_noon_and_both_services_are_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(
                News.ofService(OF_ACME).publish(),
                News.ofServiceOfGlobex(OF_GLOBEX).publish());
    }

    @Test
    void the_two_customers_of_a_shared_outage_share_no_foreign_name() throws IOException {
        // given one fault: a ticket of each of two customers, linked, and notes and authors that name both
        TicketStory acme = TicketStory.aCriticalTicketOf("ACME", OF_ACME);
        TicketStory globex = TicketStory.aCriticalTicketOf("GLOBEX", OF_GLOBEX);
        String gossip = GOSSIP.formatted(OF_GLOBEX, OF_ACME, acme.id(), globex.id());
        known(acme.answered(gossip).resolved());
        known(globex.linked().answered(gossip).resolved());

        String ofAnna = publishedWith(gossip, requested(ANNA, acme));
        String ofBoris = publishedWith(gossip, requested(BORIS, globex));

        for (String text : everythingThat(ANNA, ofAnna)) {
            assertThat(text)
                    .contains(OF_ACME, acme.id(), "[another customer]", "[another service]", "[another ticket]")
                    .doesNotContain(OF_GLOBEX, globex.id(), "IS-C-20001")
                    .doesNotContainIgnoringCase("globex")
                    .doesNotContainIgnoringCase("ivanov");
        }
        for (String text : everythingThat(BORIS, ofBoris)) {
            assertThat(text)
                    .contains(OF_GLOBEX, globex.id(), "[another customer]", "[another service]", "[another ticket]")
                    .doesNotContain(OF_ACME, acme.id())
                    .doesNotContainIgnoringCase("acme")
                    .doesNotContainIgnoringCase("petrova");
        }
    }

    @Test
    void the_author_reads_what_the_customer_will_read() {
        TicketStory ticket =
                known(TicketStory.aCriticalTicketOf("ACME", OF_ACME).resolved());
        String id = requested(ANNA, ticket);
        String said = write("agent", id, "summary", Map.of("text", "As on " + OF_GLOBEX))
                .path("sections.summary.text");
        assertThat(said).isEqualTo("As on [another service]");
    }

    private static String publishedWith(String gossip, String id) {
        for (String section : List.of("summary", "resolution", "detection", "target")) {
            write("agent", id, section, Map.of("text", gossip)).then().statusCode(200);
        }
        write("agent", id, "rootCause", Map.of("category", "fibre", "text", gossip, "fiveWhys", List.of(gossip)));
        write(
                "agent",
                id,
                "measures",
                Map.of("actions", List.of(Map.of("text", gossip, "owner", "Field team", "due", "2026-04-30"))));
        write("agent", id, "impact", Map.of("services", List.of(affected(OF_ACME), affected(OF_GLOBEX))));
        move("agent", id, "inReview").then().statusCode(200);
        move("agent2", id, "approved").then().statusCode(200);
        move("agent2", id, "published").then().statusCode(200);
        return id;
    }

    private static Map<String, String> affected(String serviceId) {
        return Map.of(
                "serviceId", serviceId, "state", "down", "from", "2026-03-02T08:00:00Z", "to", "2026-03-02T10:00:00Z");
    }

    /** The RFO, its twin and its PDF, as text. */
    private static List<String> everythingThat(String who, String id) throws IOException {
        String twin = as(who).accept("application/json")
                .get("/v1/rfos/" + id + "/document")
                .asString();
        byte[] pdf = as(who).accept("application/pdf")
                .get("/v1/rfos/" + id + "/document")
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String printed = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            return List.of(read(who, id).asString(), twin, printed);
        }
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
