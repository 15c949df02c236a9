package com.interspace.escalation.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.escalation.climb.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service needs of ticket-service's events is promised there. */
class TicketServiceContractTest {

    private static final Path EVENTS = Path.of("..", "ticket-service", "contracts", "events");
    private static final Instant ANY_TIME = Instant.parse("2026-03-02T08:15:00Z");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<String> serviceEvents() throws IOException {
        return promised("service.").stream()
                .filter(type -> !type.equals("service.contact-erased"))
                .toList();
    }

    @Test
    void whom_to_erase_can_be_read_and_everything_needed_is_promised() throws IOException {
        String type = "service.contact-erased";
        assertThat(read(type, ContactErased.class).person().account()).isEqualTo("ACME");
        assertPromised(type, "service", "account");
        assertPromised(type, "change", "erased");
        JsonNode erased = json.readTree(EVENTS.resolve(type + ".v1.schema.json").toFile())
                .at("/properties/change/properties/erased/required");
        assertThat(erased).extracting(JsonNode::asText).contains("contactIds", "actorIds", "names", "emails", "phones");
    }

    static List<String> ticketEvents() throws IOException {
        return promised("ticket.");
    }

    @ParameterizedTest
    @MethodSource("serviceEvents")
    void a_service_event_can_be_read_and_everything_needed_is_promised(String type) throws IOException {
        assertThat(ServiceEvents.TYPES).contains(type.substring("service.".length()));
        assertThat(read(type, ServiceEvent.class).state(envelope(type)).serviceId())
                .isEqualTo("IS-DIA-0001");
        for (String field : List.of(
                "serviceId", "account", "product", "tier", "status", "escalationMatrix", "zone", "activatedAt")) {
            assertPromised(type, "service", field);
        }
    }

    @ParameterizedTest
    @MethodSource("ticketEvents")
    void a_ticket_event_can_be_read_and_everything_needed_is_promised(String type) throws IOException {
        TicketState state = read(type, TicketEvent.class).state(envelope(type));

        assertThat(state.ticketId()).isEqualTo("IS-1000042-2");
        assertThat(state.age().cycle()).isPositive();
        for (String field : List.of("id", "account", "serviceId", "status", "priority", "createdAt")) {
            assertPromised(type, "ticket", field);
        }
        for (String field : List.of("cycle", "accrued", "runningSince")) {
            assertPromised(type, "age", field);
        }
    }

    @ParameterizedTest
    @MethodSource("ticketEvents")
    void every_type_of_ticket_event_is_followed(String type) {
        String word = type.substring("ticket.".length());

        assertThat(word.equals("sla-breached") || TicketEvents.STATE_TYPES.contains(word))
                .isTrue();
    }

    @Test
    void a_breach_says_which_clock_and_when() throws IOException {
        TicketEvent.Change change =
                read("ticket.sla-breached", TicketEvent.class).change();

        assertThat(change.clock()).isEqualTo("response");
        assertThat(change.due()).isNotNull();
        assertThat(change.cycle()).isEqualTo(1);
        for (String field : List.of("clock", "due", "cycle")) {
            assertPromised("ticket.sla-breached", "change", field);
        }
    }

    private static List<String> promised(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            List<String> types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".v1.example.json"))
                    .map(name -> name.replace(".v1.example.json", ""))
                    .sorted()
                    .toList();
            assertThat(types).isNotEmpty();
            return types;
        }
    }

    private <T> T read(String type, Class<T> as) throws IOException {
        return json.readValue(EVENTS.resolve(type + ".v1.example.json").toFile(), as);
    }

    private void assertPromised(String type, String part, String field) throws IOException {
        JsonNode schema = json.readTree(EVENTS.resolve(type + ".v1.schema.json").toFile());
        assertThat(words(schema.path("required"))).as(type).contains(part);
        assertThat(words(schema.path("properties").path(part).path("required")))
                .as(type + " " + part)
                .contains(field);
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Envelope envelope(String type) {
        return new Envelope(
                "id", "com.interspace." + type + ".v1", "/ticket-service", "key", ANY_TIME, 1, "topic", "key");
    }
}
