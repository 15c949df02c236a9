package com.interspace.rfo.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.interspace.rfo.fixture.Contract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field that this service reads is one that its producer promises. */
class ConsumedContractsTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final List<String> OF_EVERY_TICKET_EVENT = List.of(
            "change.at",
            "change.by.party",
            "ticket.id",
            "ticket.account",
            "ticket.serviceId",
            "ticket.status",
            "ticket.highestPriority",
            "ticket.impact",
            "ticket.summary",
            "ticket.channel",
            "ticket.circuitId",
            "ticket.reporter.contactId",
            "ticket.problemStart",
            "ticket.createdAt",
            "ticket.resolvedAt",
            "ticket.resolution",
            "ticket.targets.response.state",
            "ticket.targets.repair.state",
            "age.cycle");

    private static final Map<String, List<String>> OF_ONE_TICKET_EVENT = Map.ofEntries(
            Map.entry("ticket.status-changed", List.of("change.from", "change.to", "change.reason")),
            Map.entry("ticket.priority-changed", List.of("change.from", "change.to")),
            Map.entry("ticket.note-added", List.of("change.visibility")),
            Map.entry("ticket.sla-warned", List.of("change.clock", "change.due")),
            Map.entry("ticket.sla-breached", List.of("change.clock", "change.due")),
            Map.entry("ticket.policy-applied", List.of("change.from", "change.to")),
            Map.entry("ticket.resolution-refused", List.of("change.reason")),
            Map.entry("ticket.reopened", List.of("change.reason")),
            Map.entry("ticket.linked", List.of("change.role")),
            Map.entry("ticket.closed", List.of("change.reason")),
            Map.entry("ticket.cancelled", List.of("change.reason")),
            Map.entry("ticket.rejected", List.of("change.reason")));

    static Stream<Contract> ticketContracts() {
        return Contract.names("ticket-service", "ticket.").stream().map(name -> Contract.of("ticket-service", name));
    }

    @ParameterizedTest
    @MethodSource("ticketContracts")
    void a_ticket_event_promises_what_is_read_and_makes_a_whole_sentence(Contract contract) throws IOException {
        assertThat(OF_EVERY_TICKET_EVENT).allMatch(contract::requires);
        assertThat(OF_ONE_TICKET_EVENT.getOrDefault(contract.name(), List.of())).allMatch(contract::requires);

        TicketEvent event = JSON.readValue(contract.example(), TicketEvent.class);

        String word = contract.name().substring("ticket.".length());
        assertThat(event.change().as(word).told(event.state()))
                .hasValueSatisfying(words -> assertThat(words).doesNotContain("null"));
    }

    @Test
    void the_ticket_events_of_an_outage_from_the_opening_to_the_end_are_promised() {
        assertThat(Contract.names("ticket-service", "ticket."))
                .contains(
                        "ticket.opened",
                        "ticket.status-changed",
                        "ticket.note-added",
                        "ticket.resolved",
                        "ticket.reopened",
                        "ticket.closed");
    }

    @Test
    void whom_to_erase_is_promised() throws IOException {
        Contract contract = Contract.of("ticket-service", "service.contact-erased");
        assertThat(List.of(
                        "change.erased.contactIds",
                        "change.erased.actorIds",
                        "change.erased.names",
                        "change.erased.emails",
                        "change.erased.phones",
                        "service.account"))
                .allMatch(contract::requires);

        ContactErased event = JSON.readValue(contract.example(), ContactErased.class);

        assertThat(event.person().account()).isEqualTo("ACME");
        assertThat(event.person().traces().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.activated", "service.changed", "service.suspended", "service.terminated"})
    void a_service_event_promises_what_is_read(String name) throws IOException {
        Contract contract = Contract.of("ticket-service", name);
        assertThat(List.of(
                        "service.serviceId",
                        "service.account",
                        "service.product",
                        "service.circuits",
                        "service.zone",
                        "service.holidayCountry",
                        "service.site",
                        "service.node",
                        "service.upstream",
                        "service.activatedAt",
                        "service.contacts"))
                .allMatch(contract::requires);
        assertThat(contract.schema().at("/properties/service/properties/contacts/items/required"))
                .extracting(field -> field.asText())
                .contains("contactId", "name", "email");

        ServiceEvent event = JSON.readValue(contract.example(), ServiceEvent.class);

        assertThat(event.service().calendar().zone().getId()).isEqualTo("Europe/Sofia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"escalation.level-reached", "escalation.level-skipped"})
    void an_escalation_event_promises_what_is_read(String name) throws IOException {
        Contract contract = Contract.of("escalation-service", name);
        assertThat(List.of("change.at", "change.to", "change.cause", "escalation.ticketId", "escalation.title"))
                .allMatch(contract::requires);

        EscalationEvent event = JSON.readValue(contract.example(), EscalationEvent.class);

        assertThat(event.reached().told()).doesNotContain("null");
        assertThat(event.skipped().told()).doesNotContain("null");
    }

    @Test
    void a_delivery_promises_what_is_read() throws IOException {
        Contract contract = Contract.of("notification-service", "notification.delivered");
        assertThat(List.of("change.at", "notification.ticketId", "notification.eventType", "notification.channel"))
                .allMatch(contract::requires);

        NotificationEvent event = JSON.readValue(contract.example(), NotificationEvent.class);

        assertThat(event.message().told()).isPresent();
    }

    @Test
    void a_reading_is_read_as_we_ask_for_it() throws IOException {
        Contract contract = Contract.ofMonitoring("monitoring.reading");
        assertThat(List.of("kind", "value", "threshold", "observedAt")).allMatch(contract::requires);
        assertThat(contract.objectionsTo(contract.example())).isEmpty();

        ReadingEvent event = JSON.readValue(contract.example(), ReadingEvent.class);

        assertThat(event.told().told()).isEqualTo("packet-loss 2.5 %, threshold 1 % at sof1-pe1");
        assertThat(event.told().isBad()).isTrue();
    }

    @Test
    void announced_work_is_read_as_we_ask_for_it() throws IOException {
        Contract contract = Contract.ofMonitoring("monitoring.maintenance");
        assertThat(List.of("id", "from", "to")).allMatch(contract::requires);
        assertThat(contract.objectionsTo(contract.example())).isEmpty();

        MaintenanceEvent event = JSON.readValue(contract.example(), MaintenanceEvent.class);

        assertThat(event.told().subject()).hasToString("node sof1-pe1");
    }
}
