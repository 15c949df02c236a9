package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.part.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Mail comes in: from a customer, from a stranger, from a machine. */
final class MailScene {

    private static final String TOPIC = "interspace.ticket.v1";
    private static final String SERVICE = "IS-IPT-0002";
    private static final String STRANGER = "eve@unknown.example";

    private final Stage stage;

    /** Tells the mails of this evening from those of the evening before. */
    private final String tonight = UUID.randomUUID().toString().substring(0, 8);

    private final String subject = "Packet loss on our transit, " + tonight;
    private String ticketId;
    private ReceivedMail acknowledgement;
    private int notes;

    MailScene(Stage stage) {
        this.stage = stage;
    }

    List<Step> steps() {
        return List.of(
                new Step("Anna writes a mail to support, and it opens a ticket", this::write),
                new Step("She is told the ticket's id", this::acknowledge),
                new Step("Her answer reaches the ticket and says what was missing", this::answer),
                new Step("A stranger's mail waits in quarantine and is not answered", this::stranger),
                new Step("An out-of-office opens nothing and says nothing", this::outOfOffice));
    }

    private void write() {
        stage.sends(
                Stage.ANNAS_MAILBOX,
                mail(
                        "Anna Petrova <" + Stage.ANNAS_MAILBOX + ">",
                        subject,
                        "",
                        "Service ID: " + SERVICE + "\r\nImpact: degradation\r\n\r\nEvery tenth packet gets lost.\r\n"));
        JsonNode ticket = stage.until("the ticket of Anna's mail", () -> {
            List<JsonNode> opened = ticketsOfTonight();
            return opened.isEmpty() ? Seen.notYet("no such ticket") : Seen.now(opened.get(0));
        });
        ticketId = ticket.path("id").asText();
        stage.shows("ticket " + ticketId + " through " + ticket.path("channel").asText() + ", "
                + ticket.path("status").asText() + ", missing: " + ticket.path("missingInformation"));
        Stage.require(ticket.path("channel").asText().equals("email"), "It came by mail: " + ticket);
        stage.awaitEvent(TOPIC, "ticket.opened", ticketId, event -> true);
    }

    private void acknowledge() {
        acknowledgement = stage.awaitMail(
                "the acknowledgement", () -> stage.mailsTo(Stage.ANNAS_MAILBOX, ticketId), mail -> true);
        stage.shows("Message-ID " + acknowledgement.messageId());
    }

    private void answer() {
        String words = "It began this morning, " + tonight + ".";
        String began =
                InstantSource.system().instant().minus(Duration.ofHours(1)).toString();
        stage.sends(Stage.ANNAS_MAILBOX, answered(words + "\r\nProblem start: " + began + "\r\n"));
        stage.until("the answer as a note", () -> {
            List<String> said = notes();
            return said.stream().anyMatch(text -> text.contains(words)) ? Seen.now(said) : Seen.notYet(said.toString());
        });
        JsonNode ticket = stage.agent.reads(path());
        stage.shows("ticket " + ticketId + " is " + ticket.path("status").asText() + " and misses "
                + ticket.path("missingInformation"));
        Stage.require(ticket.path("missingInformation").isEmpty(), "Nothing must be missing: " + ticket);
        stage.awaitEvent(TOPIC, "ticket.note-added", ticketId, event -> true);
        notes = notes().size();
    }

    private void stranger() {
        String offer = "Please look at this, " + tonight;
        stage.sends(STRANGER, mail("Eve <" + STRANGER + ">", offer, "", "About ticket " + ticketId + "\r\n"));
        JsonNode mail = awaitInState("quarantined", offer);
        stage.shows("mail " + mail.path("id").asText() + " from "
                + mail.path("from").path("email").asText() + ": "
                + mail.path("why").asText());
        stage.agent.expect(
                stage.agent.posts(
                        "/v1/quarantine/" + mail.path("id").asText() + "/refuse", Map.of("reason", "advertising")),
                200,
                "refusing the mail");
        Stage.require(stage.mailsTo(STRANGER).isEmpty(), "A stranger must hear nothing: " + stage.mailsTo(STRANGER));
    }

    private void outOfOffice() {
        String away = "Automatic reply: away, " + tonight;
        stage.sends(
                Stage.ANNAS_MAILBOX,
                mail(
                        "Anna Petrova <" + Stage.ANNAS_MAILBOX + ">",
                        away,
                        "Auto-Submitted: auto-replied\r\nIn-Reply-To: " + acknowledgement.messageId() + "\r\n",
                        "I am on holiday.\r\n"));
        JsonNode mail = awaitInState("ignored", away);
        stage.shows("ignored, because of " + mail.path("why").asText());
        Stage.require(notes().size() == notes, "No note must be added: " + notes());
        Stage.require(ticketsOfTonight().size() == 1, "One mail, one ticket: " + ticketsOfTonight());
    }

    private JsonNode awaitInState(String state, String ofSubject) {
        return stage.until("the mail to be " + state, () -> {
            JsonNode items = stage.agent.reads("/v1/quarantine?state=" + state).path("items");
            return items(items).stream()
                    .filter(mail -> mail.path("subject").asText().equals(ofSubject))
                    .findFirst()
                    .map(Seen::now)
                    .orElseGet(() -> Seen.notYet(items.toString()));
        });
    }

    private List<JsonNode> ticketsOfTonight() {
        return items(stage.agent
                        .reads("/v1/tickets?channel=email&serviceId=" + SERVICE)
                        .path("items"))
                .stream()
                .filter(ticket -> ticket.path("summary").asText().equals(subject))
                .toList();
    }

    private List<String> notes() {
        return items(stage.agent.reads(path() + "/notes").path("items")).stream()
                .map(note -> note.path("text").asText())
                .toList();
    }

    private byte[] answered(String words) {
        String thread = "In-Reply-To: " + acknowledgement.messageId() + "\r\nReferences: " + acknowledgement.messageId()
                + "\r\n";
        String quoted =
                String.valueOf(acknowledgement.text()).replaceAll("(?m)^", "> ").replaceAll("\r?\n", "\r\n");
        return mail(
                "Anna Petrova <" + Stage.ANNAS_MAILBOX + ">",
                "Re: " + acknowledgement.subject(),
                thread,
                words + "\r\nOn that day, Interspace wrote:\r\n" + quoted + "\r\n");
    }

    private static byte[] mail(String from, String subject, String headers, String body) {
        return ("From: " + from + "\r\nTo: support@interspace.example\r\nSubject: " + subject + "\r\nMessage-ID: <"
                        + UUID.randomUUID() + "@acme.example>\r\n" + headers
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String path() {
        return "/v1/tickets/" + ticketId;
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
