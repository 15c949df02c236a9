package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace from a request to whatever it causes, by the spans that the packaged services export. */
@ExtendWith(TheSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TraceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SERVICE = "IS-DIA-0770";
    private static final String MAILBOX = "tracy@acme.example";

    /** A span of a request is called by the path's template, which says what ids look like. */
    private static final String ESCALATED = "escalation-service: POST /v1/escalations/{ticketId: [A-Za-z0-9-]{1,64}}";

    private static LocalSystem system;
    private static SpanCollector spans;
    private static String ticket;

    @BeforeAll
    static void theSystemIsUp(LocalSystem running, SpanCollector collector) {
        system = running;
        spans = collector;
    }

    @Test
    @Order(1)
    void from_the_activation_over_the_escalation_service_to_the_mail_with_its_matrix() {
        assertThat(system.caller("provisioning")
                        .put("/v1/services/" + SERVICE, service())
                        .status())
                .isEqualTo(201);

        String trace = traceOf("interspace.service.v1", "service.activated", SERVICE);

        awaitWay(
                trace,
                "ticket-service: PUT /v1/services/{id}",
                "ticket-service: publish com.interspace.service.activated.v1",
                "escalation-service: receive com.interspace.service.activated.v1",
                "escalation-service: publish com.interspace.escalation.matrix-issued.v1",
                "notification-service: receive com.interspace.escalation.matrix-issued.v1",
                "notification-service: deliver email");
    }

    @Test
    @Order(2)
    void from_the_customers_request_over_outbox_and_kafka_to_the_mail_which_does_not_show_it() {
        ticket = system.caller("anna@acme.example")
                .post("/v1/tickets", fault())
                .json()
                .path("id")
                .asText();

        String trace = traceOf("interspace.ticket.v1", "ticket.opened", ticket);

        awaitWay(
                trace,
                "ticket-service: POST /v1/tickets",
                "ticket-service: publish com.interspace.ticket.opened.v1",
                "notification-service: receive com.interspace.ticket.opened.v1",
                "notification-service: deliver email");
        assertThat(acknowledgement())
                .hasValueSatisfying(mail -> assertThat(mail.toString()).doesNotContain(trace));
    }

    @Test
    @Order(3)
    void from_a_customers_escalation_to_the_webhook_of_a_partner_who_can_go_on_in_it() {
        Caller partner = system.caller("partner-acme");
        partner.post("/v1/webhook-secret", Map.of());
        String subscription = partner.post(
                        "/v1/webhooks", Map.of("url", hook(), "eventTypes", List.of("escalation.level-reached")))
                .header("Location");

        assertThat(system.caller("anna@acme.example")
                        .post("/v1/escalations/" + ticket, Map.of("reason", "progress"))
                        .status())
                .isEqualTo(200);

        String trace = traceOf("interspace.escalation.v1", "escalation.level-reached", ticket);
        awaitWay(
                trace,
                ESCALATED,
                "escalation-service: publish com.interspace.escalation.level-reached.v1",
                "notification-service: receive com.interspace.escalation.level-reached.v1",
                "notification-service: deliver email");
        List<SpanCollector.Hop> toThePartner = awaitWay(
                trace,
                ESCALATED,
                "escalation-service: publish com.interspace.escalation.level-reached.v1",
                "notification-service: receive com.interspace.escalation.level-reached.v1",
                "notification-service: deliver webhook");
        assertThat(headersAtThePartner()).hasValueSatisfying(headers -> assertThat(
                        headers.path("traceparent").asText())
                .isEqualTo("00-" + trace + "-" + toThePartner.get(3).id() + "-01"));
        partner.delete(subscription.substring(subscription.indexOf("/v1/")));
    }

    @Test
    @Order(4)
    void what_somebody_searched_for_stays_out_of_it() {
        system.caller("agent").get("/v1/tickets?q=Petrova-of-the-bakery");
        String later = system.caller("anna@acme.example")
                .post("/v1/tickets", fault())
                .json()
                .path("id")
                .asText();
        awaitWay(traceOf("interspace.ticket.v1", "ticket.opened", later), "ticket-service: POST /v1/tickets");

        assertThat(spans.all()).anyMatch(span -> span.what().equals("GET /v1/tickets"));
        assertThat(spans.all()).noneMatch(span -> span.said().contains("Petrova"));
    }

    /** The trace that an event on Kafka belongs to. */
    private static String traceOf(String topic, String type, String key) {
        Event event = await().atMost(PATIENCE)
                .until(
                        () -> system.eventLog().all(topic).stream()
                                .filter(each ->
                                        each.key().equals(key) && each.type().equals("com.interspace." + type + ".v1"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return event.headers().get("traceparent").split("-")[1];
    }

    private static List<SpanCollector.Hop> awaitWay(String trace, String... hops) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        spans.waysThrough(trace).stream().map(TraceTest::written))
                .contains(Arrays.asList(hops)));
        return spans.waysThrough(trace).stream()
                .filter(way -> written(way).equals(Arrays.asList(hops)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> written(List<SpanCollector.Hop> way) {
        return way.stream().map(SpanCollector.Hop::toString).toList();
    }

    private static Optional<ReceivedMail> acknowledgement() {
        return system.mail().stream().filter(mail -> mail.isAbout(ticket)).findFirst();
    }

    private static Optional<JsonNode> headersAtThePartner() {
        for (JsonNode request : Caller.anyone(system.webhookInboxAddress())
                .get("/received")
                .json()
                .path("items")) {
            if (hook().endsWith(request.path("path").asText())
                    && request.path("body").asText().contains(ticket)) {
                return Optional.of(request.path("headers"));
            }
        }
        return Optional.empty();
    }

    private static String hook() {
        return system.webhookInboxAddress() + "/traced";
    }

    private static Map<String, Object> service() {
        return Map.of(
                "account",
                "ACME",
                "product",
                "dedicated-internet-access",
                "tier",
                "gold",
                "circuits",
                List.of("IS-C-77001"),
                "zone",
                "Europe/Sofia",
                "holidayCountry",
                "BG",
                "escalationMatrix",
                true,
                "contacts",
                List.of(Map.of(
                        "contactId",
                        "tracy",
                        "name",
                        "Tracy Dimova",
                        "email",
                        MAILBOX,
                        "roles",
                        List.of("escalation"))));
    }

    private static Map<String, Object> fault() {
        return Map.of(
                "serviceId",
                SERVICE,
                "problemStart",
                Instant.now().toString(),
                "summary",
                "Packets are lost on the way to Vienna",
                "impact",
                "degradation");
    }
}
