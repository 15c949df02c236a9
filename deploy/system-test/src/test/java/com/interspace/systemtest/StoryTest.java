package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.Json;
import com.interspace.local.part.MailServer;
import com.interspace.local.part.ReceivedMail;
import com.interspace.local.story.Step;
import com.interspace.local.story.Story;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The packaged services, seen from outside: Act I from the activation of a service to an RFO whose hash verifies, and
 * Act II, in which mail comes in.
 */
@ExtendWith(TheSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    private static final List<String> TOPICS =
            List.of("interspace.service.v1", "interspace.ticket.v1", "interspace.escalation.v1", "interspace.rfo.v1");

    private static LocalSystem system;
    private static SpanCollector spans;

    @BeforeAll
    static void theSystemIsUp(LocalSystem running, SpanCollector collector) {
        system = running;
        spans = collector;
    }

    @Test
    @Order(1)
    void act_one_is_played_to_its_end() {
        Story.actOne(system, System.out::println).play();
        assertNothingIsDoubled();
    }

    @Test
    @Order(2)
    void each_service_is_killed_in_the_middle_and_the_story_still_ends() {
        playWhileKilling(
                Story.actOne(system, System.out::println),
                Map.of(
                        "opens a ticket", "ticket",
                        "acknowledgement by mail", "notification",
                        "climbs to level 2", "escalation",
                        "requests the RFO", "rfo"));
    }

    @Test
    @Order(3)
    void mail_comes_in_while_services_are_killed_and_none_is_lost_or_doubled() {
        playWhileKilling(
                Story.actTwo(system, System.out::println),
                Map.of(
                        "writes a mail to support", "ticket",
                        "told the ticket's id", "notification",
                        "answer reaches the ticket", "ticket"));
    }

    /** @param victims one step of each kind of work, by words of its sentence, and the service that dies meanwhile */
    private static void playWhileKilling(Story story, Map<String, String> victims) {
        List<Step> steps = story.steps();
        List<CompletableFuture<Void>> murders = new ArrayList<>();
        for (Step step : steps) {
            victims.entrySet().stream()
                    .filter(victim -> step.sentence().contains(victim.getKey()))
                    .forEach(victim -> murders.add(CompletableFuture.runAsync(() -> system.kill(victim.getValue()))));
            step.play();
        }
        story.end();
        murders.forEach(CompletableFuture::join);
        victims.values().forEach(system::awaitReady);
        assertThat(murders).hasSameSizeAs(victims.entrySet());
        assertNothingIsDoubled();
    }

    @Test
    @Order(5)
    void act_three_is_played_to_its_end() {
        Story.actThree(system, System.out::println).play();
        assertEveryMessageHasOneId();
    }

    @Test
    @Order(6)
    void what_was_logged_and_traced_meanwhile_names_tickets_and_traces_and_nobody() {
        ServiceLogs logs = new ServiceLogs(system.storyDirectory().resolveSibling("logs"));
        PersonalWords personal = new PersonalWords(system.eventLog());
        assertThat(personal.all()).contains("Anna Petrova", "anna@acme.example", "No internet in Sofia");
        Event opened = system.eventLog().all("interspace.ticket.v1").get(0);
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        publishUnreadable(opened.key(), trace, String.join(", ", personal.all()));

        for (String consumer : List.of("escalation", "notification", "rfo")) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(logs.of(consumer)).anySatisfy(line -> {
                        assertThat(line.path("message").asText()).startsWith("Parking an event");
                        assertThat(line.at("/mdc/subject").asText()).isEqualTo(opened.key());
                        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
                    }));
        }
        assertThat(logs.lines()).allSatisfy(line -> {
            assertThat(ServiceLogs.json(line).path("level").asText()).isNotEmpty();
            assertThat(personal.firstIn(line)).as(line).isEmpty();
        });
        assertThat(spans.all()).isNotEmpty().allSatisfy(span -> assertThat(personal.firstIn(span.said()))
                .as(span.toString())
                .isEmpty());
    }

    /** An event whose body is text where its readers expect the ticket. */
    private static void publishUnreadable(String ticketId, String trace, String text) {
        ProducerRecord<String, String> event = new ProducerRecord<>(
                "interspace.ticket.v1", ticketId, Json.write(Map.of("ticket", text, "change", text)));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "com.interspace.ticket.resolved.v1",
                        "ce_source", "/system-test",
                        "ce_subject", ticketId,
                        "ce_time", "2026-03-01T08:15:00Z",
                        "ce_sequence", "1",
                        "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> broker = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, system.kafkaBootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            producer.send(event);
        }
    }

    @Test
    @Order(4)
    void five_hundred_messages_arrive_once_each_although_their_sender_is_killed_in_the_middle() {
        List<String> mailboxes = new ArrayList<>();
        for (int service = 0; service < 5; service++) {
            List<Map<String, Object>> contacts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String mailbox = "c" + i + "@crowd" + service + ".example";
                mailboxes.add(mailbox);
                contacts.add(
                        Map.of("contactId", "c" + i, "name", "Contact " + i, "email", mailbox, "roles", List.of()));
            }
            Map<String, Object> body = Map.of(
                    "account", "CROWD",
                    "product", "dedicated-internet-access",
                    "tier", "gold",
                    "circuits", List.of("IS-C-9900" + service),
                    "zone", "Europe/Sofia",
                    "holidayCountry", "BG",
                    "escalationMatrix", true,
                    "contacts", contacts);
            assertThat(system.caller("provisioning")
                            .put("/v1/services/IS-DIA-990" + service, body)
                            .status())
                    .isEqualTo(201);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> crowdMail().size() >= 50);

        system.kill("notification");

        system.awaitReady("notification");
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        idsPerMailbox().values().stream().mapToInt(Set::size).sum() >= 500);
        assertThat(idsPerMailbox().keySet()).containsExactlyInAnyOrderElementsOf(mailboxes);
        assertThat(idsPerMailbox()).allSatisfy((mailbox, ids) -> assertThat(ids).hasSize(2));
        assertEveryMessageHasOneId();
    }

    private static List<ReceivedMail> crowdMail() {
        return system.mail().stream()
                .filter(mail -> mail.to().contains("@crowd"))
                .toList();
    }

    /** The welcome and the matrix document of everybody; a second transmission has the same id. */
    private static Map<String, Set<String>> idsPerMailbox() {
        return crowdMail().stream()
                .collect(Collectors.groupingBy(
                        ReceivedMail::to, Collectors.mapping(ReceivedMail::messageId, Collectors.toSet())));
    }

    /** Every level once, every event of an aggregate's version once, every message once by its id. */
    private static void assertNothingIsDoubled() {
        for (String topic : TOPICS) {
            Map<String, Set<String>> idsByVersion = new HashMap<>();
            for (Event event : system.eventLog().all(topic)) {
                String version =
                        event.key() + " " + event.type() + " " + event.headers().get("ce_sequence");
                idsByVersion.computeIfAbsent(version, any -> new HashSet<>()).add(event.id());
            }
            assertThat(idsByVersion).as(topic).isNotEmpty().allSatisfy((version, ids) -> assertThat(ids)
                    .hasSize(1));
        }
        List<String> levels = system.eventLog().all("interspace.escalation.v1").stream()
                .filter(event -> event.type().equals("com.interspace.escalation.level-reached.v1"))
                .collect(Collectors.toMap(Event::id, StoryTest::level, (one, same) -> one))
                .values()
                .stream()
                .toList();
        assertThat(levels).isNotEmpty().doesNotHaveDuplicates();
        assertEveryMessageHasOneId();
    }

    private static String level(Event event) {
        JsonNode change = event.json().path("change");
        return event.key() + " cycle " + change.path("cycle") + " level " + change.path("to");
    }

    private static void assertEveryMessageHasOneId() {
        Map<String, String> mailed = system.mail().stream()
                .filter(mail -> !mail.to().equals(MailServer.SUPPORT))
                .collect(Collectors.toMap(
                        ReceivedMail::messageId, mail -> mail.to() + mail.subject() + mail.text(), (one, again) -> {
                            assertThat(again).isEqualTo(one);
                            return one;
                        }));
        List<JsonNode> logged = notifications();
        assertThat(logged.stream()
                        .map(each -> each.path("eventId") + " " + each.path("recipient") + " " + each.path("channel")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(logged.stream().map(each -> each.path("messageId").asText())).doesNotHaveDuplicates();
        assertThat(logged.stream().map(each -> each.path("messageId").asText())).containsAll(mailed.keySet());
    }

    private static List<JsonNode> notifications() {
        Caller agent = system.caller("agent");
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = agent.get("/v1/notifications?limit=200" + cursor).json();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (cursor != null);
        return all;
    }
}
