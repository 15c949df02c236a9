package com.interspace.rfo.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.rfo.outage.DeliveredMessage;
import java.time.Instant;

/** As much of a notification event as an RFO needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NotificationEvent(
        @JsonProperty(required = true) Change change, @JsonProperty(required = true) Notification notification) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(Instant at) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Notification(String ticketId, String eventType, String channel) {}

    DeliveredMessage message() {
        return new DeliveredMessage(change.at(), notification.eventType(), notification.channel());
    }
}
