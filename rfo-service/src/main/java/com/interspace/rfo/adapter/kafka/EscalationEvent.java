package com.interspace.rfo.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.rfo.outage.LevelChange;
import java.time.Instant;

/** As much of an escalation event as an RFO needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record EscalationEvent(
        @JsonProperty(required = true) Change change, @JsonProperty(required = true) Escalation escalation) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(Instant at, int to, String cause) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Escalation(String ticketId, String title) {}

    LevelChange reached() {
        return new LevelChange(false, change.at(), change.to(), escalation.title(), change.cause());
    }

    LevelChange skipped() {
        return new LevelChange(true, change.at(), change.to(), null, change.cause());
    }
}
