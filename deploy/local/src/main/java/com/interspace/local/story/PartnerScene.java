package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.part.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's system opens a ticket, is asked for what is missing, and hears of everything at its own address. */
final class PartnerScene {

    private static final String HUB = "/tmf-api/troubleTicket/v4/hub";
    private static final String TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket";
    private static final List<String> EXPECTED = List.of(
            "troubleTicketCreateEvent", "troubleTicketInformationRequiredEvent", "troubleTicketStatusChangeEvent");

    private final Stage stage;
    private final String inbox;
    private String secret;
    private String hubPath;
    private String ticketId;

    PartnerScene(Stage stage, String inbox) {
        this.stage = stage;
        this.inbox = inbox;
    }

    List<Step> steps() {
        return List.of(
                new Step("The partner of ACME gets a signing secret and subscribes a hub", this::subscribe),
                new Step("It opens a ticket over TMF621, without saying since when", this::open),
                new Step("It is told what is missing, in the answer and at its hub", this::isAsked),
                new Step("It completes the ticket", this::complete),
                new Step("Its inbox has the signed events of the ticket, in order and once each", this::hasHeard),
                new Step("It unsubscribes", this::unsubscribe));
    }

    private void subscribe() {
        secret = stage.partner
                .expect(stage.partner.posts("/v1/webhook-secret", Map.of()), 200, "a secret")
                .json()
                .path("secret")
                .asText();
        Map<String, Object> wish =
                Map.of("callback", inbox + "/partner-acme", "query", "eventType=" + String.join(",", EXPECTED));
        JsonNode hub = stage.partner.creates(HUB, wish);
        hubPath = HUB + "/" + hub.path("id").asText();
        stage.shows(
                "hub " + hub.path("id").asText() + " at " + hub.path("callback").asText());
    }

    private void open() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("externalId", "ACME-" + UUID.randomUUID());
        form.put("name", "No traffic on the Sofia line");
        form.put("description", "All traffic stopped, both directions.");
        form.put("severity", "service-affecting");
        form.put("ticketType", "fault");
        form.put(
                "relatedEntity",
                List.of(Map.of("id", Plot.SERVICE, "role", "affectedService", "@referredType", "Service")));
        JsonNode ticket = stage.partner.creates(TICKETS, form);
        ticketId = ticket.path("id").asText();
        stage.shows("ticket " + ticketId + " is " + ticket.path("status").asText());
        Stage.require(ticket.path("status").asText().equals("pending"), "The ticket must be pending: " + ticket);
    }

    private void isAsked() {
        JsonNode missing = stage.partner.reads(TICKETS + "/" + ticketId).path("missingInformation");
        Stage.require(
                missing.findValuesAsText("field").equals(List.of("problemStart")),
                "Exactly the start time must be missing: " + missing);
        stage.shows(missing.path(0).path("question").asText());
        awaitEvents(2);
    }

    private void complete() {
        String start =
                InstantSource.system().instant().minus(Duration.ofMinutes(10)).toString();
        JsonNode ticket = stage.partner
                .expect(
                        stage.partner.patches(TICKETS + "/" + ticketId, Map.of("problemStart", start)),
                        200,
                        "the completion")
                .json();
        stage.shows("ticket " + ticketId + " is " + ticket.path("status").asText());
        Stage.require(!ticket.path("status").asText().equals("pending"), "Nothing must be missing: " + ticket);
    }

    private void hasHeard() {
        List<JsonNode> events = awaitEvents(EXPECTED.size());
        List<String> types = events.stream().map(PartnerScene::typeOf).toList();
        Stage.require(types.equals(EXPECTED), "The events must arrive in order: " + types);
        for (JsonNode event : events) {
            Stage.require(isSigned(event), "The signature must be right: " + event);
            stage.shows(event.path("headers").path("webhook-id").asText() + "  " + typeOf(event) + "  "
                    + body(event).at("/event/troubleTicket/status").asText());
        }
    }

    private void unsubscribe() {
        stage.partner.expect(stage.partner.deletes(hubPath), 204, "the end of the subscription");
        stage.shows("hub ended");
    }

    /** What the inbox has of this ticket, each delivery once by its id, in the order of arrival. */
    private List<JsonNode> awaitEvents(int atLeast) {
        return stage.until("the events of " + ticketId + " at the partner's inbox", () -> {
            Map<String, JsonNode> byId = new LinkedHashMap<>();
            for (JsonNode request : Caller.anyone(inbox).get("/received").json().path("items")) {
                if (ticketId.equals(body(request).at("/event/troubleTicket/id").asText())) {
                    byId.putIfAbsent(request.path("headers").path("webhook-id").asText(), request);
                }
            }
            return byId.size() >= atLeast
                    ? Seen.now(new ArrayList<>(byId.values()))
                    : Seen.notYet(byId.values().stream()
                            .map(PartnerScene::typeOf)
                            .toList()
                            .toString());
        });
    }

    private static JsonNode body(JsonNode request) {
        return Json.parse(request.path("body").asText());
    }

    private static String typeOf(JsonNode request) {
        return body(request).path("eventType").asText();
    }

    /** As Standard Webhooks says: HMAC-SHA256 of id, timestamp and body. */
    private boolean isSigned(JsonNode request) {
        JsonNode headers = request.path("headers");
        String signed = headers.path("webhook-id").asText() + "."
                + headers.path("webhook-timestamp").asText() + "."
                + request.path("body").asText();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return List.of(headers.path("webhook-signature").asText().split(" "))
                    .contains("v1," + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
