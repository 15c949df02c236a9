package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import java.time.Instant;
import java.time.InstantSource;
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
}
