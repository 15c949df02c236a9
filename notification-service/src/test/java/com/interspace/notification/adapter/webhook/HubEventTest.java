package com.interspace.notification.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.interspace.notification.audience.Actor;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Ticket;
import com.interspace.notification.subscription.EventNames;
import com.interspace.notification.subscription.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a hub is told is, byte for byte in its meaning, what the golden files of the TMF621 door promise. */
class HubEventTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Path GOLDEN = Path.of("../ticket-service/contracts/tmf621");

    /** The events of one ticket, from its creation without the start time to its resolution. */
    private enum Told {
        CREATE(Occasion.TICKET_OPENED, "pending", "information-required", "minor", "degradation"),
        INFORMATION_REQUIRED(
                Occasion.TICKET_INFORMATION_REQUIRED, "pending", "information-required", "minor", "degradation"),
        STATUS_CHANGE(Occasion.TICKET_STATUS_CHANGED, "acknowledged", null, "critical", "service-affecting"),
        ATTRIBUTE_VALUE_CHANGE(Occasion.PUBLIC_NOTE_ADDED, "acknowledged", null, "critical", "service-affecting"),
        RESOLVED(Occasion.TICKET_RESOLVED, "resolved", null, "critical", "service-affecting");

        private final Occasion occasion;
        private final String status;
        private final String statusReason;
        private final String priority;
        private final String impact;

        Told(Occasion occasion, String status, String statusReason, String priority, String impact) {
            this.occasion = occasion;
            this.status = status;
            this.statusReason = statusReason;
            this.priority = priority;
            this.impact = impact;
        }

        JsonNode golden() throws IOException {
            return JSON.readTree(Files.readString(
                    GOLDEN.resolve("hub-event-" + name().toLowerCase().replace('_', '-') + ".json")));
        }
    }

    private final JsonBodies bodies = new JsonBodies(JSON, "https://my.interspace.example");

    private static Subscription everything() {
        return new Subscription(
                "partner-acme",
                Set.of("ACME"),
                Subscription.Kind.TMF_HUB,
                "https://partner.example/",
                EventNames.of(Subscription.Kind.TMF_HUB),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(Told.class)
    void each_event_is_told_as_its_golden_file_says(Told told) throws IOException {
        JsonNode golden = told.golden();
        Notice notice = new Notice(
                golden.path("eventId").asText(),
                told.occasion,
                Instant.parse(golden.path("eventTime").asText()),
                "IS-DIA-0001",
                "IS-1000042-2",
                "ACME",
                Actor.SYSTEM,
                Facts.facts()
                        .word("status", told.status)
                        .word("statusReason", told.statusReason)
                        .word("priority", told.priority)
                        .word("impact", told.impact)
                        .build());
        Ticket ticket = new Ticket(
                "IS-1000042-2",
                1,
                "ACME",
                "IS-DIA-0001",
                null,
                "No traffic",
                told.priority,
                told.status,
                "PARTNER-7",
                Instant.parse(golden.at("/event/troubleTicket/statusChangeDate").asText()));

        String name = everything().nameOf(told.occasion).orElseThrow();

        assertThat(JSON.readTree(bodies.about(notice, ticket, Subscription.Kind.TMF_HUB, name)))
                .isEqualTo(golden);
    }

    @Test
    void there_is_no_golden_file_that_nobody_keeps() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("hub-event-"))
                            .count())
                    .isEqualTo(Told.values().length);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Occasion.class, mode = Mode.MATCH_ANY, names = "TICKET_.*|PUBLIC_NOTE_ADDED")
    void a_hub_that_asked_for_everything_hears_of_every_event_of_a_ticket_but_its_clocks(Occasion occasion) {
        assertThat(everything().nameOf(occasion).isPresent())
                .isEqualTo(!occasion.event().startsWith("ticket.sla-"));
    }

    @Test
    void a_hub_never_hears_of_an_internal_note() {
        assertThat(everything().nameOf(Occasion.INTERNAL_NOTE_ADDED)).isEmpty();
    }
}
