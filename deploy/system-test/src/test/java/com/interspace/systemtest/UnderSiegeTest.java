package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What nobody should send, to everything that takes something: requests from each service's own contract as every role
 * that is let in, mails from the corpus, events from the producers' examples. The same seed sends the same
 * ({@code -Dhostile.seed=}); with {@code -Pfull} each run has another one. It leaves rules and names behind that nobody
 * else could work with, so its name is the last in the order of the alphabet, in which the classes run.
 */
@ExtendWith(TheSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnderSiegeTest {

    private static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");
    private static final boolean FULL = Boolean.getBoolean("tests.full");
    private static final long SEED = Long.getLong("hostile.seed", FULL ? new Random().nextLong() : 20261127L);
    private static final int ROUNDS = FULL ? 60 : 2;
    private static final int EVENTS_OF_A_TYPE = FULL ? 40 : 3;
    private static final int MAILS = FULL ? 1_000 : 20;
    /** A heap may be larger for the work that was done; whoever keeps what it was sent needs more. */
    private static final long GROWTH_IN_MEGABYTES = 80;

    private static final String UNTOUCHED = "IS-IPT-9009";

    private static LocalSystem system;
    private static List<Operation> operations;
    private static Things things;
    private static Map<String, Vitals> atFirst;

    @BeforeAll
    static void theSystemIsUpAndKnowsSomething(LocalSystem running) {
        system = running;
        System.out.println("Hostile input with seed " + SEED);
        operations = SERVICES.stream()
                .flatMap(service -> Operation.promisedBy(service).stream())
                .toList();
        atFirst = Vitals.ofAll(system);
        aTicketWithEverythingOnIt();
        things = new Things(service -> system.url(service, ""), system::caller, operations);
    }

    @Test
    @Order(1)
    void events_that_no_service_would_publish_hold_up_no_consumer() {
        HostileEvents events = new HostileEvents(new Malice(SEED, things.all()), things);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, system.kafkaBootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            events.largeOnes().forEach(producer::send);
            events.ofEachType(EVENTS_OF_A_TYPE).forEach(producer::send);
        }
    }

    @Test
    @Order(2)
    void mails_that_no_program_would_write_hold_up_no_mailbox() {
        HostileMails mails = new HostileMails(new Malice(SEED, things.all()));
        int taken = 0;
        for (int i = 0; i < MAILS; i++) {
            try {
                system.courier().deliver("anna@acme.example", "support@interspace.example", mails.next());
                taken++;
            } catch (IllegalStateException notEvenAMailServerTakesIt) {
                // then it never comes to us
            }
        }
        assertThat(taken).isGreaterThan(MAILS / 2);

        String last = "The last mail " + SEED;
        system.courier().deliver("eve@stranger.example", "support@interspace.example", aPlainMail(last));
        await().atMost(Duration.ofSeconds(FULL ? 1_800 : 120)).until(() -> system.caller("agent")
                .get("/v1/quarantine?limit=200")
                .json()
                .path("items")
                .findValuesAsText("subject")
                .contains(last));
    }

    @Test
    @Order(3)
    void every_answer_to_a_hostile_request_is_one_that_its_operation_documents() {
        List<String> wrong = new ArrayList<>();
        try (Siege siege = new Siege(service -> system.url(service, ""))) {
            wrong.addAll(siege.wrongAnswersTo(shots(1)));
            Map<String, Vitals> before = Vitals.ofAll(system);
            wrong.addAll(siege.wrongAnswersTo(shots(2)));
            System.out.println("Answers by status: " + siege);
            Map<String, Vitals> after = Vitals.ofAll(system);
            System.out.println("Before and after the second half: " + before + ", " + after);
            assertThat(wrong).isEmpty();
            assertThat(after).allSatisfy((service, now) -> assertThat(now.residentMegabytes())
                    .as(service)
                    .isLessThan(before.get(service).residentMegabytes() + GROWTH_IN_MEGABYTES));
        }
    }

    @Test
    @Order(4)
    void afterwards_everybody_is_alive_and_has_read_everything() throws Exception {
        assertThat(Vitals.ofAll(system)).as("nobody died").allSatisfy((service, now) -> assertThat(now.process())
                .as(service)
                .isEqualTo(atFirst.get(service).process()));
        await().atMost(Duration.ofSeconds(FULL ? 600 : 90))
                .untilAsserted(() -> assertThat(unread()).isEmpty());
        for (String service : SERVICES) {
            Caller anyone = Caller.anyone(system.url(service, ""));
            assertThat(anyone.get("/q/health").json().path("status").asText())
                    .as(service)
                    .isEqualTo("UP");
            await().atMost(Duration.ofSeconds(30)).until(() -> anyone.get("/q/metrics", "text/plain")
                    .text()
                    .lines()
                    .anyMatch(line -> line.matches("interspace_outbox_unsent(\\{.*})? 0\\.0")));
        }

        aServiceThatNobodyHasTouched();
        String ticket = opened(UNTOUCHED);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(system.caller("agent").get("/v1/escalations/" + ticket).status())
                    .isEqualTo(200);
            assertThat(system.caller("agent")
                            .get("/v1/notifications?ticketId=" + ticket)
                            .json()
                            .path("items"))
                    .isNotEmpty();
        });
    }

    /** Every operation as every role that its row lets in. */
    private static List<Siege.Shot> shots(int half) {
        Map<String, Set<String>> letIn = RoleMatrixTest.table();
        Map<String, String> tokens = RoleMatrixTest.PEOPLE.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Caller.tokenOf(system.url(""), each.getValue())));
        List<Siege.Shot> shots = new ArrayList<>();
        for (Operation operation : operations) {
            for (String role : letIn.get(operation.name())) {
                Malice malice = new Malice(SEED + half + (operation.name() + role).hashCode(), things.all());
                for (int i = 0; i < ROUNDS; i++) {
                    shots.add(new Siege.Shot(HostileRequest.of(operation, malice, things), role, tokens.get(role)));
                }
            }
        }
        return shots;
    }

    /** Consumers and partitions with what has not been applied or parked yet. */
    private static Map<String, Long> unread() throws Exception {
        Map<String, Long> unread = new HashMap<>();
        JsonNode topics = Json.parse(Files.readString(Path.of("..", "kafka", "topics.json")))
                .path("topics");
        try (Admin kafka =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.kafkaBootstrapServers()))) {
            for (JsonNode topic : topics) {
                String name = topic.path("name").asText();
                Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                for (int i = 0; i < topic.path("partitions").asInt(); i++) {
                    ends.put(new TopicPartition(name, i), OffsetSpec.latest());
                }
                var latest = kafka.listOffsets(ends).all().get();
                for (JsonNode consumer : topic.path("consumers")) {
                    var applied = kafka.listConsumerGroupOffsets(consumer.asText())
                            .partitionsToOffsetAndMetadata()
                            .get();
                    latest.forEach((partition, end) -> {
                        long done = applied.get(partition) == null
                                ? 0
                                : applied.get(partition).offset();
                        if (done < end.offset() && !consumer.asText().equals("ticket")) {
                            unread.put(consumer.asText() + " " + partition, end.offset() - done);
                        }
                    });
                }
            }
        }
        return unread;
    }

    /** Something behind most addresses: only what exists can be asked about deeply. */
    private static void aTicketWithEverythingOnIt() {
        String ticket = opened("IS-IPT-0002");
        String critical = opened("IS-IPT-0002");
        Caller agent = system.caller("agent");
        Map<String, String> resolved = Map.of("to", "resolved", "reason", "Repaired", "resolution", "Spliced.");
        assertThat(agent.post("/v1/tickets/" + critical + "/transitions", resolved)
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> system.caller("anna@acme.example")
                                .post("/v1/rfos", Map.of("ticketId", critical))
                                .status()
                        == 201);
        JsonNode problem = agent.post("/v1/problems", Map.of("title", "A card", "ticketIds", List.of(ticket)))
                .json();
        Map<String, Object> action =
                Map.of("problemId", problem.path("id").asText(), "text", "Fans", "owner", "Field", "due", "2030-01-01");
        assertThat(agent.post("/v1/preventive-actions", action).status()).isEqualTo(201);
        Map<String, Object> webhook =
                Map.of("url", system.webhookInboxAddress() + "/hostile", "eventTypes", List.of("ticket.opened"));
        assertThat(system.caller("partner-acme").post("/v1/webhooks", webhook).status())
                .isEqualTo(201);
    }

    private static void aServiceThatNobodyHasTouched() {
        Map<String, Object> service = Map.of(
                "account",
                "ACME",
                "product",
                "ip-transit",
                "tier",
                "silver",
                "zone",
                "Europe/Sofia",
                "holidayCountry",
                "BG",
                "escalationMatrix",
                false,
                "contacts",
                List.of(Map.of("contactId", "anna", "name", "Anna", "email", "anna@acme.example", "roles", List.of())));
        Caller.Reply reply = system.caller("provisioning").put("/v1/services/" + UNTOUCHED, service);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private static String opened(String serviceId) {
        Map<String, Object> form = Map.of(
                "serviceId",
                serviceId,
                "problemStart",
                InstantSource.system().instant().minus(Duration.ofMinutes(5)).toString(),
                "summary",
                "No traffic",
                "impact",
                "service-affecting",
                "urgency",
                "high");
        Caller.Reply reply = system.caller("anna@acme.example").post("/v1/tickets", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asText();
    }

    private static byte[] aPlainMail(String subject) {
        return ("From: eve@stranger.example\r\nTo: support@interspace.example\r\nSubject: " + subject
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
