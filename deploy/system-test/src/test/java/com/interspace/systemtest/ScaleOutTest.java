package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.event.Event;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.PackagedService;
import com.interspace.local.part.ReceivedMail;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two processes of every service share the work. Either may be killed, and nothing is lost or doubled; either may be
 * restarted in order, and nobody notices.
 */
@ExtendWith(TheSystem.class)
class ScaleOutTest {

    private static final int TICKETS = 20;
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CLIMBING = "IS-DIA-0771";
    private static final Map<String, PackagedService> OTHERS = new LinkedHashMap<>();

    private static LocalSystem system;

    @BeforeAll
    static void everyServiceRunsTwice(LocalSystem running) {
        system = running;
        List.of("ticket", "escalation", "notification", "rfo")
                .forEach(name -> OTHERS.put(name, system.startAnother(name)));
    }

    @AfterAll
    static void theOthersStop() {
        CompletableFuture.allOf(OTHERS.values().stream()
                        .map(other -> CompletableFuture.runAsync(other::close))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Test
    void tickets_opened_while_the_publisher_and_a_sender_die_are_all_published_and_acknowledged_once() {
        String publisher = publisherOfTickets();
        boolean isFirst = publisher.equals("ticket-service");
        PackagedService survivor = isFirst ? OTHERS.get("ticket") : system.first("ticket");
        Caller anna = system.caller("anna@acme.example").at(survivor.address());
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(open(anna, "IS-IPT-0002", "Two at the desk, report " + i));
            if (i == TICKETS / 4) {
                (isFirst ? system.first("ticket") : OTHERS.get("ticket")).kill();
            }
            if (i == TICKETS / 2) {
                system.kill("notification");
            }
        }

        awaitPublishedAndAcknowledged("Two at the desk", tickets);
        assertThat(publisherOfTickets()).isNotEqualTo(publisher);
        system.awaitReady("ticket");
        system.awaitReady("notification");
    }

    @Test
    void timers_are_shared_so_every_level_is_reached_once_whichever_process_dies() {
        climbsInSeconds();
        Caller anna = system.caller("anna@acme.example");
        List<String> tickets = IntStream.range(0, 6)
                .mapToObj(i -> open(anna, CLIMBING, "Two on the ladder, report " + i, "service-affecting"))
                .toList();

        awaitLevel(1, tickets);
        system.kill("escalation");
        awaitLevel(2, tickets);
        system.awaitReady("escalation");
        OTHERS.get("escalation").kill();
        awaitLevel(3, tickets);

        for (int level = 1; level <= 3; level++) {
            assertThat(reached(level)).containsExactlyInAnyOrderElementsOf(tickets);
            String person = "level" + level + "@ladder.example";
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ticketsByMessage(person, ""))
                    .containsAll(tickets));
            assertThat(ticketsByMessage(person, "")).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_rolling_restart_under_load_answers_every_request_and_loses_and_doubles_nothing() {
        await().atMost(PATIENCE).until(() -> OTHERS.values().stream().allMatch(PackagedService::isReady));
        long parked = parked();
        Queue<String> tickets = new ConcurrentLinkedQueue<>();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        PackagedService first = system.first("ticket");
        PackagedService second = OTHERS.get("ticket");
        ScheduledExecutorService customers = Executors.newScheduledThreadPool(4);
        try (Balancer door = new Balancer(first, second)) {
            await().atMost(PATIENCE).until(door::isComplete);
            customers.scheduleAtFixedRate(
                    () -> openAt(door.next(), tickets, unanswered), 0, 150, TimeUnit.MILLISECONDS);
            await().atMost(PATIENCE).until(() -> tickets.size() > 10);

            CompletableFuture<Void> everythingElse = CompletableFuture.runAsync(() -> {
                for (String service : List.of("escalation", "notification", "rfo")) {
                    assertThat(system.first(service).restart()).as(service).isEqualTo(ENDED_BY_SIGTERM);
                    system.awaitReady(service);
                }
            });
            for (PackagedService instance : List.of(first, second)) {
                assertThat(instance.restart()).isEqualTo(ENDED_BY_SIGTERM);
                await().atMost(PATIENCE).until(() -> instance.isReady() && door.isComplete());
            }
            everythingElse.join();
        } finally {
            customers.shutdown();
        }
        await().atMost(PATIENCE).until(customers::isTerminated);

        assertThat(unanswered).isEmpty();
        assertThat(tickets).hasSizeGreaterThan(50).doesNotHaveDuplicates().allSatisfy(ticket -> assertThat(
                        system.caller("agent").get("/v1/tickets/" + ticket).status())
                .isEqualTo(200));
        awaitPublishedAndAcknowledged("Rolled under load", List.copyOf(tickets));
        assertThat(parked()).isEqualTo(parked);
    }

    private static void openAt(String address, Queue<String> tickets, Queue<String> unanswered) {
        try {
            Caller anna = system.caller("anna@acme.example").at(address);
            tickets.add(open(anna, "IS-IPT-0002", "Rolled under load"));
        } catch (RuntimeException | AssertionError broken) {
            unanswered.add(address + ": " + broken);
        }
    }

    private static String open(Caller anna, String serviceId, String summary) {
        return open(anna, serviceId, summary, "degradation");
    }

    private static String open(Caller anna, String serviceId, String summary, String impact) {
        Caller.Reply reply = anna.post(
                "/v1/tickets",
                Map.of(
                        "serviceId",
                        serviceId,
                        "problemStart",
                        Instant.now().toString(),
                        "summary",
                        summary,
                        "impact",
                        impact,
                        "requestedPriority",
                        "critical"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asText();
    }

    /** A service of its own, whose critical tickets climb within seconds. */
    private static void climbsInSeconds() {
        Map<String, Object> service = Map.of(
                "account", "ACME",
                "product", "dedicated-internet-access",
                "tier", "gold",
                "circuits", List.of("IS-C-77001"),
                "zone", "Europe/Sofia",
                "holidayCountry", "BG",
                "escalationMatrix", true,
                "contacts", List.of(Map.of("contactId", "anna", "name", "Anna", "email", "anna@acme.example")));
        assertThat(system.caller("provisioning")
                        .put("/v1/services/" + CLIMBING, service)
                        .status())
                .isEqualTo(201);
        List<Map<String, Object>> levels = List.of(level(1, "PT2S"), level(2, "PT6S"), level(3, "PT15S"));
        await().atMost(PATIENCE)
                .until(() -> system.caller("manager")
                                .put("/v1/escalation-matrices/" + CLIMBING, Map.of("levels", levels))
                                .status()
                        == 200);
    }

    private static Map<String, Object> level(int number, String age) {
        Map<String, String> person = Map.of(
                "name",
                "Person " + number,
                "email",
                "level" + number + "@ladder.example",
                "phone",
                "+359 2 555 0100",
                "hours",
                "24x7");
        return Map.of(
                "level",
                number,
                "title",
                "Level " + number,
                "persons",
                List.of(person),
                "after",
                Map.of("critical", age, "major", age, "minor", age, "low", age));
    }

    private static void awaitLevel(int level, List<String> tickets) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reached(level)).containsAll(tickets));
    }

    /** Tickets of {@link #CLIMBING} that reached a level, once for each event. */
    private static List<String> reached(int level) {
        return byEvent("interspace.escalation.v1", "com.interspace.escalation.level-reached.v1").stream()
                .filter(event -> event.json().path("change").path("to").asInt() == level)
                .filter(event -> event.json()
                        .path("escalation")
                        .path("serviceId")
                        .asText()
                        .equals(CLIMBING))
                .map(Event::key)
                .toList();
    }

    private static void awaitPublishedAndAcknowledged(String summary, List<String> tickets) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(opened()).containsAll(tickets);
            assertThat(ticketsByMessage("anna@acme.example", summary)).containsAll(tickets);
        });
        assertThat(opened()).doesNotHaveDuplicates();
        assertThat(ticketsByMessage("anna@acme.example", summary)).doesNotHaveDuplicates();
    }

    private static List<String> opened() {
        return byEvent("interspace.ticket.v1", "com.interspace.ticket.opened.v1").stream()
                .map(Event::key)
                .toList();
    }

    /** By the event's id, so that a second transmission of the same event does not count. */
    private static List<Event> byEvent(String topic, String type) {
        Map<String, Event> byId = new LinkedHashMap<>();
        system.eventLog().all(topic).stream()
                .filter(event -> event.type().equals(type))
                .forEach(event -> byId.put(event.id(), event));
        return List.copyOf(byId.values());
    }

    /** Tickets by the Message-ID of their mail, so that a second transmission of the same one does not count. */
    private static List<String> ticketsByMessage(String recipient, String words) {
        Map<String, String> byMessage = new LinkedHashMap<>();
        for (ReceivedMail mail : system.mail()) {
            if (mail.text().contains(words) && mail.to().contains(recipient)) {
                byMessage.put(mail.messageId(), mail.subject().replaceAll(".*\\[(IS-[0-9-]+)].*", "$1"));
            }
        }
        return List.copyOf(byMessage.values());
    }

    /** The process that holds the publisher's lock, as the database knows it. */
    private static String publisherOfTickets() {
        String question =
                """
                select application_name from pg_locks join pg_stat_activity using (pid)
                where locktype = 'advisory' and granted and usename = 'ticket'""";
        try (Connection database = DriverManager.getConnection(system.jdbcUrl(), "ticket", "ticket");
                ResultSet answer = database.createStatement().executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "nobody";
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long parked() {
        return OTHERS.values().stream()
                .mapToLong(other -> system.caller("ops")
                        .at(other.address())
                        .get("/v1/dead-letters")
                        .json()
                        .path("items")
                        .size())
                .sum();
    }
}
