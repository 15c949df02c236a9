package com.interspace.escalation.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.escalation.matrix.ServiceState;
import java.time.Instant;

/** As much of a service event as escalation needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ServiceEvent(@JsonProperty(required = true) Service service) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Service(
            @JsonProperty(required = true) String serviceId,
            @JsonProperty(required = true) String account,
            String product,
            String tier,
            @JsonProperty(required = true) String status,
            @JsonProperty(required = true) boolean escalationMatrix,
            String zone,
            Instant activatedAt) {}

    ServiceState state(Envelope envelope) {
        return new ServiceState(
                service.serviceId(),
                service.account(),
                service.product(),
                service.tier(),
                service.status(),
                service.escalationMatrix(),
                service.zone(),
                service.activatedAt(),
                envelope.time(),
                envelope.sequence());
    }
}
