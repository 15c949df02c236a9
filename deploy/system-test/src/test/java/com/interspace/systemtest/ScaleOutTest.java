package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.PackagedService;
import com.interspace.local.part.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes of every service share the work; either may die, and nothing is lost or doubled. */
@ExtendWith(TheSystem.class)
class ScaleOutTest {

    private static final int TICKETS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<PackagedService> OTHERS = new ArrayList<>();

    private static LocalSystem system;

    @BeforeAll
    static void everyServiceRunsTwice(LocalSystem running) {
        system = running;
        List.of("ticket", "escalation", "notification", "rfo").forEach(name -> OTHERS.add(system.startAnother(name)));
    }

    @AfterAll
    static void theOthersStop() {
        OTHERS.forEach(PackagedService::close);
    }

    @Test
    void tickets_opened_while_the_first_processes_die_are_all_published_and_acknowledged_once() {
        Caller anna = system.caller("anna@acme.example").at(OTHERS.get(0).address());
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(open(anna, i));
            if (i == TICKETS / 4) {
                system.kill("ticket");
            }
            if (i == TICKETS / 2) {
                system.kill("notification");
            }
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(openedOnTheTopic()).containsAll(tickets);
            assertThat(acknowledged()).containsAll(tickets);
        });
        assertThat(openedOnTheTopic()).doesNotHaveDuplicates();
        assertThat(acknowledged()).doesNotHaveDuplicates();
        system.awaitReady("ticket");
        system.awaitReady("notification");
    }

    private static String open(Caller anna, int number) {
        Caller.Reply reply = anna.post(
                "/v1/tickets",
                Map.of(
                        "serviceId",
                        "IS-IPT-0002",
                        "problemStart",
                        Instant.now().toString(),
                        "summary",
                        "Two at the desk, report " + number,
                        "impact",
                        "degradation"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asText();
    }

    /** Ids by event id, so that a second transmission of the same event does not count. */
    private static List<String> openedOnTheTopic() {
        Map<String, String> byEvent = new LinkedHashMap<>();
        system.eventLog().all("interspace.ticket.v1").stream()
                .filter(event -> event.type().equals("com.interspace.ticket.opened.v1"))
                .forEach(event -> byEvent.put(event.id(), event.key()));
        return List.copyOf(byEvent.values());
    }

    /** Tickets by the Message-ID of the acknowledgement, so that a second transmission of the same one does not count. */
    private static List<String> acknowledged() {
        Map<String, String> byMessage = new LinkedHashMap<>();
        for (ReceivedMail mail : system.mail()) {
            if (mail.text().contains("Two at the desk") && mail.to().contains("anna@acme.example")) {
                byMessage.put(mail.messageId(), mail.subject().replaceAll(".*\\[(IS-[0-9-]+)].*", "$1"));
            }
        }
        return List.copyOf(byMessage.values());
    }
}
