package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller.Reply;
import com.interspace.local.part.ReceivedMail;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Anna asks for the reason of the outage and gets a report that proves itself. */
final class ReportScene {

    private static final String TOPIC = "interspace.rfo.v1";
    private static final List<String> SOURCES =
            List.of("interspace.ticket.v1", "interspace.escalation.v1", "interspace.notification.v1", TOPIC);

    private final Stage stage;
    private final Plot plot;
    private String id;

    ReportScene(Stage stage, Plot plot) {
        this.stage = stage;
        this.plot = plot;
    }

    List<Step> steps() {
        return List.of(
                new Step("Anna requests the RFO", this::request),
                new Step("The draft has a timeline, every row from an event that was really published", this::timeline),
                new Step("The agent writes what only a person can know and asks for review", this::write),
                new Step("The manager, who wrote none of it, approves and publishes", this::publish),
                new Step("Anna gets the PDF by mail, and its hash verifies", this::deliver));
    }

    private void request() {
        JsonNode rfo = stage.until("the RFO to be accepted", () -> {
            Reply reply = stage.anna.posts("/v1/rfos", Map.of("ticketId", plot.ticketId));
            if (reply.status() == 409 && !reply.header("Retry-After").isEmpty()) {
                return Seen.notYet(reply.text());
            }
            return Seen.now(stage.anna.expect(reply, 201, "POST /v1/rfos").json());
        });
        id = rfo.path("id").asText();
        stage.shows("RFO " + rfo.path("number").asText() + ", "
                + rfo.path("status").asText() + ", due " + rfo.path("due").asText());
        stage.awaitEvent(TOPIC, "rfo.requested", plot.ticketId, event -> true);
    }

    private void timeline() {
        JsonNode timeline = stage.agent.reads(path()).path("timeline");
        Stage.require(!timeline.isEmpty(), "The timeline is empty.");
        Set<String> published = new HashSet<>();
        SOURCES.forEach(topic -> stage.events(topic).forEach(event -> published.add(event.id())));
        for (JsonNode row : timeline) {
            Stage.require(published.contains(row.path("eventId").asText()), "No event was published for " + row);
            stage.shows(row.path("at").asText() + "  " + row.path("text").asText());
        }
    }

    private void write() {
        stage.shows("missing: " + stage.agent.reads(path()).path("missing"));
        LocalDate inAMonth = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
                .plusDays(30);
        section("summary", Map.of("text", "A fibre cut took the internet access in Sofia down until it was spliced."));
        section(
                "rootCause",
                Map.of(
                        "category", "fibre-cut",
                        "text", "Road works cut the duct of the access fibre.",
                        "fiveWhys",
                                List.of(
                                        "The session was down because the fibre carried no light.",
                                        "The fibre carried no light because an excavator had cut the duct.",
                                        "The duct was cut because its position was not on the contractor's plan.")));
        section("resolution", Map.of("text", "A field team spliced the fibre; levels and traffic were checked."));
        section(
                "measures",
                Map.of(
                        "text",
                        "The duct register is handed to the municipality.",
                        "actions",
                        List.of(Map.of(
                                "text", "Send the duct register to the municipality",
                                "owner", "Alice Agent",
                                "due", inAMonth.toString()))));
        JsonNode rfo = stage.agent.reads(path());
        Stage.require(rfo.path("missing").isEmpty(), "Still missing: " + rfo.path("missing"));
        moves(stage.agent, "inReview");
    }

    private void publish() {
        moves(stage.manager, "approved");
        moves(stage.manager, "published");
        stage.awaitEvent(TOPIC, "rfo.approved", plot.ticketId, event -> true);
        stage.awaitEvent(TOPIC, "rfo.published", plot.ticketId, event -> true);
    }

    private void deliver() {
        JsonNode rfo = stage.anna.reads(path());
        JsonNode document = rfo.path("document");
        String hash = document.path("pdfSha256").asText();
        ReceivedMail mail = stage.awaitMail(
                "the mail with the RFO",
                () -> stage.mailsTo(Stage.ANNAS_MAILBOX, plot.ticketId),
                each -> each.attachments().stream()
                        .anyMatch(file -> file.sha256().equals(hash)));
        stage.shows("attached: " + mail.attachments().get(0).name());
        new Documents(stage, "/v1/rfo-documents")
                .proves(
                        stage.anna,
                        path() + "/document",
                        document,
                        document.path("number").asText() + ".pdf");
    }

    private void section(String name, Map<String, ?> body) {
        String path = path() + "/sections/" + name;
        stage.agent.expect(stage.agent.puts(path, body), 200, "PUT " + path);
        stage.shows("section " + name + " is written");
    }

    private void moves(Person person, String to) {
        JsonNode rfo = person.moves(path(), to, Map.of("to", to));
        stage.shows("RFO " + rfo.path("number").asText() + " is "
                + rfo.path("status").asText());
    }

    private String path() {
        return "/v1/rfos/" + id;
    }
}
