package com.interspace.notification.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Document;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service reads is what the producers promise: every field is required in their schemas. */
class ConsumerContractTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @ValueSource(strings = {"activated", "changed", "suspended", "terminated"})
    void services_are_read_as_ticket_service_publishes_them(String what) throws IOException {
        ServiceEvent event = read("ticket-service", "service." + what, ServiceEvent.class);

        Service service = event.service(envelope());
        assertThat(service.serviceId()).isNotBlank();
        assertThat(service.account()).isNotBlank();
        assertThat(service.support().email()).contains("@");
        assertThat(missing(
                        "ticket-service",
                        "service." + what,
                        "change.by.id",
                        "change.by.party",
                        "service.serviceId",
                        "service.account",
                        "service.product",
                        "service.zone",
                        "service.escalationMatrix",
                        "service.contacts.[].contactId",
                        "service.contacts.[].name",
                        "service.contacts.[].email",
                        "service.contacts.[].phone",
                        "service.contacts.[].roles",
                        "service.support.email",
                        "service.support.phones",
                        "service.activatedAt"))
                .isEmpty();
    }

    @Test
    void whom_to_erase_is_read_as_ticket_service_publishes_it() throws IOException {
        ContactErased event = read("ticket-service", "service.contact-erased", ContactErased.class);

        assertThat(event.person().account()).isNotBlank();
        assertThat(event.person().emails()).isNotEmpty();
        assertThat(missing(
                        "ticket-service",
                        "service.contact-erased",
                        "change.erased.contactIds",
                        "change.erased.actorIds",
                        "change.erased.names",
                        "change.erased.emails",
                        "change.erased.phones",
                        "service.account"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened", "status-changed", "priority-changed", "note-added", "resolved", "resolution-refused",
                "reopened", "closed", "cancelled", "rejected", "sla-warned", "sla-breached",
                "information-required", "information-completed", "corrected", "attachment-added", "linked"
            })
    void tickets_are_read_as_ticket_service_publishes_them(String what) throws IOException {
        String type = "ticket." + what;
        TicketEvent event = read("ticket-service", type, TicketEvent.class);

        Ticket ticket = event.ticket(envelope());
        assertThat(ticket.ticketId()).startsWith("IS-");
        assertThat(ticket.reporterContactId()).isNotBlank();
        assertThat(event.notice(envelope(), Occasion.TICKET_OPENED).facts().word("summary"))
                .isNotBlank();
        List<String> fields = new ArrayList<>(List.of(
                "change.by.id",
                "change.by.party",
                "ticket.id",
                "ticket.account",
                "ticket.serviceId",
                "ticket.status",
                "ticket.priority",
                "ticket.impact",
                "ticket.summary",
                "ticket.statusReason",
                "ticket.externalId",
                "ticket.language",
                "ticket.reporter.contactId",
                "ticket.resolution",
                "ticket.highestPriority",
                "ticket.targets.response.due",
                "ticket.targets.update.due",
                "ticket.targets.repair.due"));
        fields.addAll(changeOf(what));
        assertThat(missing("ticket-service", type, fields.toArray(String[]::new)))
                .isEmpty();
    }

    private static List<String> changeOf(String what) {
        return switch (what) {
            case "status-changed" -> List.of("change.from", "change.to", "change.reason");
            case "priority-changed" -> List.of("change.from", "change.to");
            case "note-added" -> List.of("change.visibility", "change.noteId");
            case "sla-warned", "sla-breached" -> List.of("change.clock", "change.due");
            case "information-required" -> List.of("change.ask", "change.missing.[].question");
            case "linked" -> List.of("change.role");
            case "information-completed" -> List.of("change.remaining.[].question");
            case "reopened", "resolution-refused", "closed", "cancelled", "rejected" ->
                List.of("change.from", "change.reason");
            default -> List.of();
        };
    }

    @Test
    void the_note_of_the_example_is_a_public_one() throws IOException {
        TicketEvent event = read("ticket-service", "ticket.note-added", TicketEvent.class);

        assertThat(event.occasion(Occasion.INTERNAL_NOTE_ADDED)).isEqualTo(Occasion.PUBLIC_NOTE_ADDED);
        assertThat(event.notice(envelope(), Occasion.PUBLIC_NOTE_ADDED).facts().word("text"))
                .isNotBlank();
    }

    @Test
    void only_the_link_to_a_parent_is_a_larger_incident() throws IOException {
        TicketEvent event = read("ticket-service", "ticket.linked", TicketEvent.class);

        assertThat(event.occasion(Occasion.TICKET_LINKED)).isEqualTo(Occasion.TICKET_LINKED);
        assertThat(linkedAs("follow-up").occasion(Occasion.TICKET_LINKED)).isEqualTo(Occasion.TICKET_RELATED);
    }

    private static TicketEvent linkedAs(String role) throws IOException {
        return JSON.readValue("{\"change\": {\"role\": \"" + role + "\"}}", TicketEvent.class);
    }

    @Test
    void an_issued_matrix_is_read_as_escalation_service_publishes_it() throws IOException {
        String type = "escalation.matrix-issued";

        Notice notice = read("escalation-service", type, MatrixEvent.class).notice(envelope());

        Document document = notice.facts().document();
        assertThat(document.number()).isNotBlank();
        assertThat(document.pdfSha256()).matches("[0-9a-f]{64}");
        assertThat(missing(
                        "escalation-service",
                        type,
                        "matrix.serviceId",
                        "matrix.account",
                        "matrix.version",
                        "matrix.effectiveFrom",
                        "matrix.document.number",
                        "matrix.document.pdfSha256"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"level-reached", "level-skipped", "suspended", "resumed", "de-escalated"})
    void levels_are_read_as_escalation_service_publishes_them(String what) throws IOException {
        String type = "escalation." + what;

        Notice notice = read("escalation-service", type, LevelEvent.class).notice(envelope(), Occasion.LEVEL_REACHED);

        assertThat(notice.ticketId()).startsWith("IS-");
        assertThat(notice.facts().persons()).isNotEmpty().allMatch(person -> person.email()
                .contains("@"));
        assertThat(missing(
                        "escalation-service",
                        type,
                        "change.cause",
                        "change.reason",
                        "change.persons.[].name",
                        "change.persons.[].email",
                        "change.skipped",
                        "escalation.ticketId",
                        "escalation.account",
                        "escalation.serviceId",
                        "escalation.level",
                        "escalation.title",
                        "escalation.next"))
                .isEmpty();
    }

    @Test
    void that_climbing_stands_still_is_read_as_escalation_service_publishes_it() throws IOException {
        Notice notice = read("escalation-service", "escalation.stalled", LevelEvent.class)
                .notice(envelope(), Occasion.ESCALATION_STALLED);

        assertThat(notice.ticketId()).isNull();
        assertThat(notice.facts().word("reason")).isNotBlank();
        assertThat(missing("escalation-service", "escalation.stalled", "change.why"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "published", "due-soon", "overdue", "withdrawn"})
    void rfos_are_read_as_rfo_service_publishes_them(String what) throws IOException {
        String type = "rfo." + what;

        Notice notice = read("rfo-service", type, RfoEvent.class)
                .notice(envelope(), what.equals("published") ? Occasion.RFO_PUBLISHED : Occasion.RFO_REQUESTED);

        assertThat(notice.ticketId()).startsWith("IS-");
        assertThat(notice.facts().word("requestedBy")).isNotBlank();
        assertThat(missing(
                        "rfo-service",
                        type,
                        "change.by.id",
                        "change.by.party",
                        "rfo.id",
                        "rfo.number",
                        "rfo.version",
                        "rfo.ticketId",
                        "rfo.account",
                        "rfo.serviceId",
                        "rfo.requestedBy.contactId",
                        "rfo.due",
                        "rfo.document"))
                .isEmpty();
    }

    private static Envelope envelope() {
        return new Envelope("id", "type", "/source", "key", Instant.EPOCH, 1, "topic", "key");
    }

    private static <T> T read(String producer, String type, Class<T> record) throws IOException {
        return JSON.readValue(Files.readString(contract(producer, type + ".v1.example.json")), record);
    }

    /** Those of the fields that the producer's schema does not require, step by step. */
    private static List<String> missing(String producer, String type, String... fields) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(contract(producer, type + ".v1.schema.json")));
        return Arrays.stream(fields)
                .filter(field -> !isRequired(schema, List.of(field.split("\\."))))
                .toList();
    }

    private static boolean isRequired(JsonNode schema, List<String> steps) {
        if (steps.isEmpty()) {
            return true;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals("[]")) {
            return isRequired(schema.path("items"), rest);
        }
        boolean required = Stream.iterate(0, i -> i < schema.path("required").size(), i -> i + 1)
                .anyMatch(i -> schema.path("required").get(i).asText().equals(step));
        return required && isRequired(schema.path("properties").path(step), rest);
    }

    private static Path contract(String producer, String file) {
        return Path.of("..", producer, "contracts", "events", file);
    }
}
