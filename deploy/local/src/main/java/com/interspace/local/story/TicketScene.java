package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller.Reply;
import com.interspace.local.part.ReceivedMail;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Anna opens a ticket, an agent works on it, and resolves it. */
final class TicketScene {

    private static final String TOPIC = "interspace.ticket.v1";

    private final Stage stage;
    private final Plot plot;

    TicketScene(Stage stage, Plot plot) {
        this.stage = stage;
        this.plot = plot;
    }

    List<Step> opening() {
        return List.of(
                new Step("Anna opens a ticket in the panel: her internet access is down", this::open),
                new Step("She gets an acknowledgement by mail", this::acknowledge),
                new Step("An agent answers and takes the ticket", this::answer),
                new Step("Boris of GLOBEX cannot see it", this::borisSeesNothing));
    }

    List<Step> resolving() {
        return List.of(new Step("The agent resolves the ticket", this::resolve));
    }

    private void open() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("serviceId", Plot.SERVICE);
        form.put("circuitId", Plot.CIRCUIT);
        form.put(
                "problemStart",
                InstantSource.system().instant().minus(Duration.ofMinutes(3)).toString());
        form.put("summary", "No internet in Sofia");
        form.put("description", "Both our routers lost the session three minutes ago; nothing answers.");
        form.put("impact", "service-affecting");
        form.put("urgency", "high");
        JsonNode ticket = stage.anna.creates("/v1/tickets", form);
        plot.ticketId = ticket.path("id").asText();
        stage.shows("ticket " + plot.ticketId + ", priority "
                + ticket.path("priority").asText() + ", "
                + ticket.path("status").asText());
        Stage.require(ticket.path("priority").asText().equals("critical"), "The priority must be critical: " + ticket);
        stage.awaitEvent(TOPIC, "ticket.opened", plot.ticketId, event -> true);
    }

    private void acknowledge() {
        ReceivedMail mail = stage.awaitMail(
                "the acknowledgement", () -> stage.mailsTo(Stage.ANNAS_MAILBOX, plot.ticketId), each -> true);
        Stage.require(
                mail.subject().contains("[" + plot.ticketId + "]"),
                "The subject must carry [" + plot.ticketId + "]: " + mail.subject());
    }

    private void answer() {
        stage.agent.creates(
                plot.ticketPath() + "/notes",
                Map.of("text", "We see the loss of light on your circuit and are on it.", "visibility", "public"));
        JsonNode ticket = stage.agent.moves(
                plot.ticketPath(), "inProgress", Map.of("to", "inProgress", "reason", "Working on it"));
        stage.shows("ticket " + plot.ticketId + " is " + ticket.path("status").asText());
        stage.awaitEvent(TOPIC, "ticket.note-added", plot.ticketId, event -> true);
        stage.awaitEvent(TOPIC, "ticket.status-changed", plot.ticketId, event -> true);
    }

    private void borisSeesNothing() {
        Reply reply = stage.boris.expect(stage.boris.asks(plot.ticketPath()), 404, "the ticket of another customer");
        stage.shows("404: " + reply.json().path("detail").asText());
    }

    private void resolve() {
        JsonNode ticket = stage.agent.moves(
                plot.ticketPath(),
                "resolved",
                Map.of(
                        "to", "resolved",
                        "reason", "Service restored",
                        "resolution", "The cut fibre was spliced; the session is up and traffic is normal."));
        stage.shows("ticket " + plot.ticketId + " is " + ticket.path("status").asText());
        stage.awaitEvent(TOPIC, "ticket.resolved", plot.ticketId, event -> true);
        stage.awaitMail(
                "the mail about the resolution",
                () -> stage.mailsTo(Stage.ANNAS_MAILBOX, plot.ticketId),
                mail -> mail.subject().toLowerCase().contains("resolved")
                        || String.valueOf(mail.text()).contains("spliced"));
    }
}
