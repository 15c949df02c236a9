package com.interspace.escalation.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.escalation.climb.TicketState;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.time.Instant;

/** As much of a ticket event as escalation needs; clock, due and cycle stand in a breach only. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TicketEvent(
        @JsonProperty(required = true) Change change,
        @JsonProperty(required = true) Ticket ticket,
        @JsonProperty(required = true) Age age) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String clock, Instant due, int cycle) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ticket(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String account,
            String serviceId,
            @JsonProperty(required = true) String status,
            @JsonProperty(required = true) String priority,
            @JsonProperty(required = true) Instant createdAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Age(
            @JsonProperty(required = true) int cycle,
            @JsonProperty(required = true) Duration accrued,
            Instant runningSince) {}

    TicketState state(Envelope envelope) {
        return new TicketState(
                ticket.id(),
                ticket.account(),
                ticket.serviceId(),
                ticket.status(),
                Priority.of(ticket.priority()),
                ticket.createdAt(),
                new com.interspace.escalation.climb.Age(age.cycle(), age.accrued(), age.runningSince()),
                envelope.time(),
                envelope.sequence());
    }
}
