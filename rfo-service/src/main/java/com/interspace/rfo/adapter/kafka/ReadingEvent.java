package com.interspace.rfo.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.rfo.finding.Reading;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.SubjectKind;
import java.time.Instant;
import java.util.Set;

/**
 * A reading of the monitoring. Monitoring systems are many and none of them is ours, so the reading may stand in the body
 * as it is or, like the nouns of our own events, under {@code reading}.
 *
 * @param serviceId or {@code circuitId} is there
 * @param node may be null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReadingEvent(
        ReadingEvent reading,
        String serviceId,
        String circuitId,
        String node,
        String kind,
        Double value,
        Double threshold,
        Instant observedAt) {

    private static final Set<String> KINDS = Set.of("packet-loss", "latency", "traffic", "down");

    /** @throws IllegalArgumentException if something is missing; the event is then parked */
    Reading told() {
        if (reading != null) {
            return reading.told();
        }
        if (kind == null || !KINDS.contains(kind) || value == null || threshold == null || observedAt == null) {
            throw new IllegalArgumentException(
                    "A reading has a kind (one of " + KINDS + "), a value, a threshold and a time");
        }
        return new Reading(subject(), node, kind, value, threshold, observedAt);
    }

    private Subject subject() {
        if (serviceId != null) {
            return new Subject(SubjectKind.SERVICE, serviceId);
        }
        if (circuitId != null) {
            return new Subject(SubjectKind.CIRCUIT, circuitId);
        }
        throw new IllegalArgumentException("A reading has a serviceId or a circuitId");
    }
}
