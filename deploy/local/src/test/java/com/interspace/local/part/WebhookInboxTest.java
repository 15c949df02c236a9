package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookInboxTest {

    @Test
    void what_was_posted_anywhere_is_read_back_with_headers_and_body() {
        InstantSource noon = InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));
        try (Doors doors = new Doors()) {
            Caller anyone = Caller.anyone("http://127.0.0.1:" + doors.open(0, new WebhookInbox(noon)));

            assertThat(anyone.post("/partner/hook", Map.of("eventId", "7")).status())
                    .isEqualTo(204);

            JsonNode received = anyone.get("/received").json().path("items").path(0);
            assertThat(received.path("receivedAt").asText()).isEqualTo("2026-03-02T12:00:00Z");
            assertThat(received.path("path").asText()).isEqualTo("/partner/hook");
            assertThat(received.path("headers").path("content-type").asText()).isEqualTo("application/json");
            assertThat(received.path("body").asText()).isEqualTo("{\"eventId\":\"7\"}");
            assertThat(anyone.get("/anything").status()).isEqualTo(404);
        }
    }

    @Test
    void a_request_is_forgotten_after_as_many_others_and_its_id_never() throws Exception {
        WebhookInbox inbox = new WebhookInbox(InstantSource.system(), 2);
        try (Doors doors = new Doors()) {
            URI address = URI.create("http://127.0.0.1:" + doors.open(0, inbox));

            for (String id : List.of("first", "second", "third")) {
                HttpRequest request = HttpRequest.newBuilder(address.resolve("/hook"))
                        .header("webhook-id", id)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            }

            JsonNode items =
                    Caller.anyone(address.toString()).get("/received").json().path("items");
            assertThat(items.findValuesAsText("webhook-id")).containsExactly("second", "third");
            assertThat(inbox.ids()).containsExactlyInAnyOrder("first", "second", "third");
        }
    }
}
