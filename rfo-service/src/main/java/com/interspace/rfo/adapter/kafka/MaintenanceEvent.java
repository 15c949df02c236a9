package com.interspace.rfo.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.SubjectKind;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Announced work on a service, a circuit, a node, a site or an upstream: one of them is there, the first one counts. As with readings
 * it may stand in the body as it is or under {@code maintenance}.
 *
 * @param id the same for each announcement of one window; a later one replaces it
 * @param status cancelled takes the window back; anything else, or nothing, keeps it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MaintenanceEvent(
        MaintenanceEvent maintenance,
        String id,
        String serviceId,
        String circuitId,
        String node,
        String site,
        String upstream,
        Instant from,
        Instant to,
        String status) {

    record Window(String id, Subject subject, Instant from, Instant to, boolean isCancelled) {}

    /** @throws IllegalArgumentException if something is missing or contradicts itself; the event is then parked */
    Window told() {
        if (maintenance != null) {
            return maintenance.told();
        }
        if (id == null || from == null || to == null || to.isBefore(from)) {
            throw new IllegalArgumentException("A maintenance has an id, a beginning, and an end after it");
        }
        return new Window(id, subject(), from, to, "cancelled".equals(status));
    }

    private Subject subject() {
        return Stream.of(
                        new Subject(SubjectKind.SERVICE, serviceId),
                        new Subject(SubjectKind.CIRCUIT, circuitId),
                        new Subject(SubjectKind.NODE, node),
                        new Subject(SubjectKind.SITE, site),
                        new Subject(SubjectKind.UPSTREAM, upstream))
                .filter(subject -> subject.id() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A maintenance has a serviceId, circuitId, node, site or upstream"));
    }
}
