package com.interspace.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.identity.Caller.Reply;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A service of ACME whose tickets climb within seconds, and a partner who listens. */
public final class FaultScene {

    static final String SERVICE = "IS-DIA-0777";

    private static final String MATRIX = "/v1/escalation-matrices/" + SERVICE;

    private FaultScene() {}

    /** Starts a system and sets the scene on it. */
    static LocalSystem start(Options options) {
        LocalSystem system = LocalSystem.start(options);
        try {
            set(system);
            return system;
        } catch (RuntimeException | AssertionError unset) {
            system.close();
            throw unset;
        }
    }

    /** Sets the scene on a system in which nobody has planted what an auditor would find. */
    public static void set(LocalSystem system) {
        activate(system.caller("provisioning"));
        shortenAges(system.caller("manager"));
        listen(system);
    }

    /** The partner listens no longer. */
    public static void leave(LocalSystem system) {
        Caller partner = system.caller("partner-acme");
        for (JsonNode webhook : partner.get("/v1/webhooks").json().path("items")) {
            if (webhook.path("url").asText().equals(inbox(system))) {
                partner.delete("/v1/webhooks/" + webhook.path("id").asText());
            }
        }
    }

    private static String inbox(LocalSystem system) {
        return system.webhookInboxAddress() + "/fault-run";
    }

    private static void activate(Caller provisioning) {
        Reply reply = provisioning.put(
                "/v1/services/" + SERVICE,
                Map.of(
                        "account", "ACME",
                        "product", "dedicated-internet-access",
                        "tier", "gold",
                        "circuits", List.of("IS-C-70777"),
                        "zone", "Europe/Sofia",
                        "holidayCountry", "BG",
                        "escalationMatrix", true,
                        "contacts",
                                List.of(Map.of(
                                        "contactId", "anna",
                                        "name", "Anna Petrova",
                                        "email", "anna@acme.example",
                                        "phone", "+359 2 555 0101",
                                        "roles", List.of("technical", "escalation")))));
        assertThat(reply.status()).as(reply.text()).isIn(200, 201);
    }

    private static void shortenAges(Caller manager) {
        JsonNode matrix = await().atMost(Duration.ofSeconds(60))
                .until(() -> manager.get(MATRIX).json(), answer -> answer.has("levels"));
        ArrayNode levels = matrix.path("levels").deepCopy();
        Map<String, Integer> step = Map.of("critical", 1, "major", 2, "minor", 3, "low", 4);
        for (int level = 0; level < levels.size(); level++) {
            ObjectNode after = ((ObjectNode) levels.get(level)).putObject("after");
            int number = level + 1;
            step.forEach((priority, seconds) -> after.put(
                    priority, Duration.ofSeconds((long) seconds * number).toString()));
        }
        Reply reply = manager.put(MATRIX, Map.of("levels", levels));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static void listen(LocalSystem system) {
        Caller partner = system.caller("partner-acme");
        partner.post("/v1/webhook-secret", Map.of());
        Reply reply = partner.post(
                "/v1/webhooks",
                Map.of(
                        "url",
                        inbox(system),
                        "eventTypes",
                        List.of("ticket.opened", "ticket.resolved", "ticket.status-changed")));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }
}
