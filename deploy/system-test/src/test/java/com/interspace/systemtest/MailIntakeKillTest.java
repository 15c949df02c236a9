package com.interspace.systemtest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.MailServer;
import com.interspace.local.part.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process of ticket-service is killed (SIGKILL) at each step that a mail takes from the mailbox to the event that
 * its ticket was opened. It is held at the step from outside: in the database by a lock of somebody else, on the way to
 * the mail server by a gate. Started again, it has made one ticket of each mail, its sender has heard of it once, and
 * nothing is left in the mailbox. The one who fetches, the one who acts and the one who publishes work side by side, so
 * that one death may catch each of them at a step.
 */
@ExtendWith(TheSystem.class)
class MailIntakeKillTest {

    private static final String SERVICE = "IS-DIA-0881";
    private static final String SENDER = "carla@acme.example";
    private static final String TICKETS = "interspace.ticket.v1";
    private static final String OPENED = "com.interspace.ticket.opened.v1";
    private static final List<String> ALL_SENT = new ArrayList<>();

    private static LocalSystem system;
    private static ImapGate mailbox;
    private static TicketDatabase database;

    private final List<String> sent = new ArrayList<>();

    @BeforeAll
    static void aContactMayWrite(LocalSystem running, ImapGate gate) {
        system = running;
        mailbox = gate;
        database = new TicketDatabase(system.jdbcUrl());
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        Map<String, Object> service = Map.of(
                "account", "ACME",
                "product", "dedicated-internet-access",
                "tier", "gold",
                "circuits", List.of("IS-C-88001"),
                "zone", "Europe/Sofia",
                "holidayCountry", "BG",
                "escalationMatrix", false,
                "contacts", List.of(Map.of("contactId", "carla", "name", "Carla", "email", SENDER)));
        assertThat(system.caller("provisioning")
                        .put("/v1/services/" + SERVICE, service)
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void itIsThereOnceAndNothingIsLeftInTheMailbox() {
        system.awaitReady("ticket");
        await().untilAsserted(() -> assertThat(sent).allSatisfy(MailIntakeKillTest::assertThereOnce));
        ALL_SENT.addAll(sent);
    }

    @AfterAll
    static void andNothingCameLater() {
        Awaitility.reset();
        database.close();
        assertThat(ALL_SENT).isNotEmpty().allSatisfy(MailIntakeKillTest::assertThereOnce);
    }

    private static void assertThereOnce(String subject) {
        assertThat(mailsBecame(subject)).containsExactly("opened");
        assertThat(tickets(subject)).hasSize(1);
        String ticketId = theTicket(subject);
        assertThat(acknowledgements(ticketId)).hasSize(1);
        assertThat(eventIds(ticketId))
                .isNotEmpty()
                .allSatisfy((version, ids) -> assertThat(ids).as(version).hasSize(1));
        assertThat(stillInTheMailbox(subject)).isEmpty();
    }

    @Test
    void killed_when_a_mail_was_fetched_and_not_journaled_and_the_ticket_of_another_committed_and_not_published() {
        try (var publisher = database.noPublishing()) {
            String committed = send("Committed");
            await().untilAsserted(() -> assertThat(tickets(committed)).hasSize(1));
            try (var journal = database.noWritesTo("mail")) {
                send("Fetched");
                database.awaitWaitingTo("insert into mail");
                assertThat(transmissions(theTicket(committed))).isEmpty();
                kill();
            }
        }
    }

    @Test
    void killed_when_a_mail_was_journaled_and_its_mailbox_not_told_and_the_event_of_another_sent_and_not_marked() {
        String ticketId;
        try (var publisher = database.noPublishing()) {
            String published = send("Published");
            await().until(() ->
                    database.hasUnsentEvents() && stillInTheMailbox(published).isEmpty());
            ticketId = theTicket(published);
            try (var marks = database.noMarksOnUnsentEvents()) {
                publisher.close();
                database.awaitWaitingTo("update outbox");
                mailbox.holdUp("MOVE");
                String journaled = send("Journaled");
                await().until(mailbox::isHolding);
                assertThat(stillInTheMailbox(journaled)).hasSize(1);
                assertThat(transmissions(ticketId)).hasSize(1);
                kill();
            }
        }
        // Nobody knew that the broker had it; its readers know it by its id.
        await().untilAsserted(() -> assertThat(transmissions(ticketId)).hasSize(2));
    }

    @Test
    void killed_when_all_that_came_of_a_mail_was_written_and_not_committed_and_its_mailbox_told_and_not_heard() {
        try (var commit = database.noCommitAfterAnUpdateOf("mail")) {
            mailbox.holdUpTheAnswerTo("MOVE");
            String written = send("Written");
            database.awaitWaitingTo("commit");
            await().until(mailbox::isHolding);
            assertThat(stillInTheMailbox(written)).isEmpty();
            assertThat(tickets(written)).isEmpty();
            kill();
        }
    }

    @Test
    void killed_while_a_mail_was_acted_upon() {
        try (var tickets = database.noWritesTo("ticket")) {
            send("Acted upon");
            database.awaitWaitingTo("insert into ticket (");
            kill();
        }
    }

    private static void kill() {
        system.kill("ticket");
        mailbox.open();
        database.endSessions();
    }

    /** @return its subject, which no other mail has */
    private String send(String step) {
        String subject = step + " when the process was killed, " + Instant.now();
        sent.add(subject);
        String mail = "From: Carla <" + SENDER + ">\r\nTo: " + MailServer.SUPPORT + "\r\nSubject: " + subject
                + "\r\n\r\nService ID: " + SERVICE + "\r\nImpact: degradation\r\nProblem start: " + Instant.now()
                + "\r\n\r\nSlow.\r\n";
        system.courier().deliver(SENDER, MailServer.SUPPORT, mail.getBytes(StandardCharsets.UTF_8));
        return subject;
    }

    private static List<String> tickets(String subject) {
        return having("summary", subject, "/v1/tickets?limit=200&serviceId=" + SERVICE).stream()
                .map(ticket -> ticket.path("id").asText())
                .toList();
    }

    private static String theTicket(String subject) {
        return tickets(subject).get(0);
    }

    /** What has become of each entry of the journal with that subject. */
    private static List<String> mailsBecame(String subject) {
        return List.of("journaled", "opened", "duplicate", "quarantined").stream()
                .flatMap(state -> having("subject", subject, "/v1/quarantine?limit=200&state=" + state).stream())
                .map(mail -> mail.path("state").asText())
                .toList();
    }

    private static List<JsonNode> having(String field, String value, String list) {
        JsonNode items = system.caller("agent").get(list).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .toList();
    }

    private static List<ReceivedMail> stillInTheMailbox(String subject) {
        return system.mail().stream()
                .filter(mail ->
                        mail.to().equals(MailServer.SUPPORT) && mail.subject().equals(subject))
                .toList();
    }

    /** Every copy that the sender has, whatever its id. */
    private static List<ReceivedMail> acknowledgements(String ticketId) {
        return system.mail().stream()
                .filter(mail -> mail.to().equals(SENDER) && mail.isAbout(ticketId))
                .toList();
    }

    /** That the ticket was opened, as often as the broker was told. */
    private static List<Event> transmissions(String ticketId) {
        return system.eventLog().all(TICKETS).stream()
                .filter(event -> event.key().equals(ticketId) && event.type().equals(OPENED))
                .toList();
    }

    /** The ids under which each version of the ticket was published. */
    private static Map<String, Set<String>> eventIds(String ticketId) {
        return system.eventLog().all(TICKETS).stream()
                .filter(event -> event.key().equals(ticketId))
                .collect(groupingBy(
                        event -> event.type() + " " + event.headers().get("ce_sequence"), mapping(Event::id, toSet())));
    }
}
