package com.interspace.rfo.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.rfo.outage.TicketChange;
import com.interspace.rfo.outage.TicketState;
import java.time.Instant;

/** As much of a ticket event as an RFO needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TicketEvent(
        @JsonProperty(required = true) Change change,
        @JsonProperty(required = true) Ticket ticket,
        @JsonProperty(required = true) Age age) {

    /** What changed; which of the fields are there depends on the type of the event. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(
            Instant at,
            By by,
            String from,
            String to,
            String reason,
            String visibility,
            String text,
            String clock,
            Instant due,
            String role) {

        TicketChange as(String word) {
            return new TicketChange(word, at, by.party(), from, to, reason, visibility, text, clock, due, role);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record By(String party) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ticket(
            String id,
            String account,
            String serviceId,
            String status,
            String highestPriority,
            String impact,
            String summary,
            String channel,
            String circuitId,
            Reporter reporter,
            Instant problemStart,
            Instant createdAt,
            Instant resolvedAt,
            String resolution,
            Targets targets) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reporter(String contactId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Targets(Target response, Target repair) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Target(String state) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Age(int cycle) {}

    TicketState state() {
        return new TicketState(
                ticket.account(),
                ticket.serviceId(),
                ticket.status(),
                ticket.highestPriority(),
                ticket.impact(),
                ticket.summary(),
                ticket.channel(),
                ticket.circuitId(),
                ticket.reporter().contactId(),
                ticket.problemStart(),
                ticket.createdAt(),
                ticket.resolvedAt(),
                ticket.resolution(),
                ticket.targets().response().state(),
                ticket.targets().repair().state(),
                age.cycle());
    }
}
