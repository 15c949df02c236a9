package com.interspace.systemtest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.part.Json;
import com.interspace.local.part.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The auditor sees what was lost, doubled or wrong: each test harms one thing in a run that was sound. */
class AuditorTest {

    private static final Instant OPENED = Instant.parse("2026-11-27T10:00:00Z");
    private static final String TICKET = "IS-1000042-2";
    private static final String SUMMARY = "No traffic";

    private final Ledger ledger = new Ledger();
    private final List<Evidence.Written> outbox = new ArrayList<>();
    private final List<Event> ticketTopic = new ArrayList<>();
    private final List<Event> escalationTopic = new ArrayList<>();
    private final Set<String> inbox = new HashSet<>();
    private final List<Event> parked = new ArrayList<>();
    private final List<Evidence.Known> tickets = new ArrayList<>();
    private final List<Evidence.Opinion> opinions = new ArrayList<>();
    private final List<Evidence.Climbing> climbs = new ArrayList<>();
    private final List<Evidence.Rung> rungs = new ArrayList<>();
    private final List<Evidence.Message> messages = new ArrayList<>();
    private final List<ReceivedMail> mails = new ArrayList<>();
    private final Set<String> webhookIds = new HashSet<>();
    private final List<String> dangling = new ArrayList<>();
    private final Map<String, JsonNode> clocks = new HashMap<>();
    private final Map<String, JsonNode> proofs = new HashMap<>();

    /** Opened, taken up after a minute, pending after two, read after five; level 1 was reached. */
    @BeforeEach
    void aSoundRun() {
        ledger.opened(SUMMARY, TICKET);
        ledger.changed(TICKET, 3);
        tickets.add(new Evidence.Known(TICKET, SUMMARY, 3, OPENED));
        publish(ticketTopic, ticketEvent("e1", "opened", 1, 0, "acknowledged"));
        publish(ticketTopic, ticketEvent("e2", "status-changed", 2, 60, "inProgress"));
        publish(ticketTopic, ticketEvent("e3", "status-changed", 3, 120, "pending"));
        publish(escalationTopic, level("l1", 1, 1));
        rungs.add(new Evidence.Rung(TICKET, 1, 1, true));
        climbs.add(new Evidence.Climbing(
                TICKET, 1, 1, Duration.ofMinutes(2), List.of(Duration.ofMinutes(1), Duration.ofHours(1))));
        inbox.addAll(List.of("e1", "e2", "e3"));
        opinions.add(new Evidence.Opinion("escalation", TICKET, "pending", Optional.of("CRITICAL")));
        message("e1", "m1");
        message("l1", "m2");
        clocks.put(TICKET, clock(120));
        proofs.put(TICKET, Json.parse("{\"valid\":true,\"head\":\"h3\"}"));
    }

    @Test
    void a_sound_run_is_found_sound() {
        assertThat(found()).isEmpty();
    }

    @Test
    void an_acknowledged_ticket_that_is_lost_is_missed() {
        tickets.clear();
        assertThat(found()).anyMatch(each -> each.contains(TICKET + " was answered and does not exist"));
    }

    @Test
    void a_report_that_became_two_tickets_is_seen() {
        tickets.add(new Evidence.Known("IS-1000043-0", SUMMARY, 1, OPENED));
        assertThat(found()).singleElement().asString().contains("was reported once");
    }

    @Test
    void a_change_that_was_answered_and_undone_is_seen() {
        ledger.changed(TICKET, 4);
        assertThat(found()).singleElement().asString().contains("version 4");
    }

    @Test
    void an_event_that_is_lost_on_its_way_to_the_topic_is_missed() {
        ticketTopic.remove(1);
        assertThat(found()).anyMatch(each -> each.contains("e2 counts as sent"));
    }

    @Test
    void an_event_that_waits_in_the_outbox_is_seen() {
        outbox.add(new Evidence.Written("e4", Evidence.TICKET_TOPIC, false));
        assertThat(found()).singleElement().asString().contains("waits in the outbox");
    }

    @Test
    void a_second_transmission_of_an_event_is_no_second_event() {
        ticketTopic.add(ticketTopic.get(0));
        assertThat(found()).isEmpty();
    }

    @Test
    void an_event_under_two_ids_is_seen() {
        publish(ticketTopic, ticketEvent("e2-again", "status-changed", 2, 60, "inProgress"));
        inbox.add("e2-again");
        assertThat(found()).anyMatch(each -> each.contains("has the ids"));
    }

    @Test
    void what_happens_while_everything_is_read_was_not_invented() {
        Evidence.Said before = said();
        publish(escalationTopic, level("l2", 2, 2));
        rungs.add(new Evidence.Rung(TICKET, 1, 2, true));
        message("l2", "m3");
        assertThat(found(before)).isEmpty();
    }

    @Test
    void what_was_said_before_everything_was_read_and_has_not_arrived_is_missed() {
        rungs.add(new Evidence.Rung(TICKET, 1, 2, true));
        outbox.add(new Evidence.Written("l2", Evidence.ESCALATION_TOPIC, true));
        messages.add(new Evidence.Message("l2", TICKET, "anna@acme.example", "email", "m3", "sent"));
        assertThat(found())
                .anyMatch(each -> each.contains("l2 counts as sent"))
                .anyMatch(each -> each.contains("was reached and never told"))
                .anyMatch(each -> each.contains("m3 counts as sent"));
    }

    @Test
    void an_event_that_nobody_wrote_is_seen() {
        outbox.remove(0);
        assertThat(found()).singleElement().asString().contains("written by nobody");
    }

    @Test
    void an_event_that_a_consumer_has_lost_is_missed() {
        inbox.remove("e3");
        assertThat(found())
                .singleElement()
                .asString()
                .contains("has not applied")
                .contains("e3");
    }

    @Test
    void a_consumer_that_believes_what_was_once_true_is_seen() {
        opinions.set(0, new Evidence.Opinion("rfo", TICKET, "inProgress", Optional.empty()));
        assertThat(found()).singleElement().asString().contains("rfo believes");
    }

    @Test
    void a_parked_event_is_seen() {
        parked.add(ticketTopic.get(0));
        assertThat(found()).singleElement().asString().contains("is parked");
    }

    @Test
    void a_level_that_was_due_and_did_not_fire_is_missed() {
        climbs.set(
                0,
                new Evidence.Climbing(
                        TICKET, 1, 1, Duration.ofMinutes(2), List.of(Duration.ofMinutes(1), Duration.ofSeconds(90))));
        assertThat(found()).singleElement().asString().contains("level 2");
    }

    @Test
    void a_level_that_fired_twice_is_seen() {
        publish(escalationTopic, level("l1-again", 2, 1));
        message("l1-again", "m3");
        assertThat(found()).singleElement().asString().contains("level 1 of " + TICKET);
    }

    @Test
    void a_level_that_was_reached_and_never_told_is_seen() {
        rungs.add(new Evidence.Rung(TICKET, 1, 2, true));
        assertThat(found()).singleElement().asString().contains("never told");
    }

    @Test
    void an_event_that_nobody_was_told_of_is_seen() {
        messages.remove(0);
        mails.remove(0);
        assertThat(found()).singleElement().asString().contains("nobody is told");
    }

    @Test
    void a_second_id_for_one_message_is_seen() {
        message("e1", "m1-again");
        assertThat(found()).singleElement().asString().contains("two messages for e1");
    }

    @Test
    void a_mail_that_never_arrived_is_missed_and_one_that_arrived_twice_is_not_counted() {
        mails.add(mails.get(1));
        mails.remove(0);
        assertThat(found()).singleElement().asString().contains("m1 counts as sent");
    }

    @Test
    void a_webhook_that_never_arrived_is_missed() {
        messages.add(new Evidence.Message("e1", TICKET, "partner-acme", "webhook", "msg_7", "sent"));
        assertThat(found()).singleElement().asString().contains("webhook msg_7 counts as sent and was not received");

        webhookIds.add("msg_7");
        assertThat(found()).isEmpty();
    }

    @Test
    void a_mail_with_an_id_that_came_with_other_words_before_is_seen() {
        mails.add(mail("m1", "other words"));
        assertThat(found()).singleElement().asString().contains("other words");
    }

    @Test
    void an_orphan_is_seen() {
        dangling.add("a notice waits for what came long ago: 7");
        assertThat(found()).hasSize(1);
    }

    @Test
    void an_error_of_ours_is_seen() {
        ledger.complains("500 from POST /v1/tickets");
        assertThat(found()).hasSize(1);
    }

    @Test
    void a_clock_that_counted_a_pause_is_seen() {
        clocks.put(TICKET, clock(180));
        assertThat(found()).singleElement().asString().contains("by its events it is PT2M");
    }

    @Test
    void a_clock_that_does_not_explain_every_second_is_seen() {
        JsonNode gap = Json.parse(
                clock(120).toString().replace("\"to\":\"2026-11-27T10:02:00Z\"", "\"to\":\"2026-11-27T10:01:59Z\""));
        clocks.put(TICKET, gap);
        assertThat(found()).anyMatch(each -> each.contains("has a gap"));
    }

    @Test
    void a_version_that_happened_before_the_one_before_it_is_seen() {
        publish(ticketTopic, ticketEvent("e4", "note-added", 4, 90, "pending"));
        proofs.put(TICKET, Json.parse("{\"valid\":true,\"head\":\"h4\"}"));
        clocks.clear();
        clocks.put(TICKET, clock(120));
        assertThat(found()).anyMatch(each -> each.contains("version 4 of " + TICKET + " happened at"));
    }

    @Test
    void a_history_that_does_not_verify_is_seen() {
        proofs.put(TICKET, Json.parse("{\"valid\":false,\"head\":\"h3\",\"firstInvalid\":2}"));
        assertThat(found()).singleElement().asString().contains("does not verify");
    }

    @Test
    void a_history_whose_head_is_not_the_published_one_is_seen() {
        proofs.put(TICKET, Json.parse("{\"valid\":true,\"head\":\"h2\"}"));
        assertThat(found()).singleElement().asString().contains("published was h3");
    }

    private Evidence.Said said() {
        return new Evidence.Said(Map.of("ticket", List.copyOf(outbox)), List.copyOf(rungs), List.copyOf(messages));
    }

    private List<String> found() {
        return found(said());
    }

    private List<String> found(Evidence.Said saidBeforeTheRest) {
        Evidence evidence = new Evidence(
                ledger,
                saidBeforeTheRest,
                Map.of(Evidence.TICKET_TOPIC, ticketTopic, Evidence.ESCALATION_TOPIC, escalationTopic),
                Map.of("escalation", inbox),
                parked,
                tickets,
                Set.of(),
                Map.of(),
                Set.of(),
                opinions,
                climbs,
                dangling,
                mails,
                webhookIds,
                clocks,
                proofs,
                said());
        return Auditor.violations(evidence).stream().map(Violation::toString).toList();
    }

    private void publish(List<Event> topic, Event event) {
        topic.add(event);
        outbox.add(new Evidence.Written(event.id(), event.topic(), true));
    }

    private void message(String eventId, String id) {
        messages.add(new Evidence.Message(eventId, TICKET, "anna@acme.example", "email", id, "sent"));
        mails.add(mail(id, "words"));
    }

    private static ReceivedMail mail(String id, String text) {
        return new ReceivedMail(
                "support@interspace.example", "anna@acme.example", "Your ticket", id, Map.of(), text, null, List.of());
    }

    private static Event ticketEvent(String id, String word, int version, int second, String status) {
        String body = "{\"ticket\":{\"status\":\"%s\",\"priority\":\"critical\"},\"historyHead\":\"h%d\"}"
                .formatted(status, version);
        return event(Evidence.TICKET_TOPIC, id, "ticket." + word, version, second, body);
    }

    private static Event level(String id, int version, int to) {
        String body = "{\"change\":{\"cycle\":1,\"to\":%d}}".formatted(to);
        return event(Evidence.ESCALATION_TOPIC, id, "escalation.level-reached", version, 60, body);
    }

    private static Event event(String topic, String id, String type, int version, int second, String body) {
        Map<String, String> headers = Map.of(
                "ce_id",
                id,
                "ce_type",
                "com.interspace." + type + ".v1",
                "ce_sequence",
                String.valueOf(version),
                "ce_time",
                OPENED.plusSeconds(second).toString());
        return new Event(topic, 0, version, TICKET, headers, body);
    }

    /** @param running seconds from the opening, the rest stands still */
    private static JsonNode clock(int running) {
        String turn = OPENED.plusSeconds(running).toString();
        return Json.parse(
                """
                {"at":"%4$s","clocks":[{"name":"repair","elapsed":"%2$s","intervals":[
                {"from":"%1$s","to":"%3$s","running":true},{"from":"%3$s","to":"%4$s","running":false}]}]}"""
                        .formatted(OPENED, Duration.ofSeconds(running), turn, OPENED.plusSeconds(300)));
    }
}
