package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A fault as it was reported, read and found possible.
 *
 * @param serviceId null while a lenient report has not named one
 * @param problemStart when the fault began, which is earlier than when it was reported; null while it is asked for
 * @param summary never null; provisional while it is asked for
 * @param impact never null; provisionally a degradation while it is asked for
 * @param requestedPriority the level the customer chose, kept for ever; may be null
 * @param urgency never null: said, or implied by the chosen level
 */
@Embeddable
public record Report(
        @Enumerated(EnumType.STRING) Channel channel,
        String serviceId,
        Instant problemStart,
        String summary,
        String description,
        @Enumerated(EnumType.STRING) Impact impact,
        @Enumerated(EnumType.STRING) Urgency urgency,
        @Enumerated(EnumType.STRING) Priority requestedPriority,
        @Enumerated(EnumType.STRING) FaultNature faultNature,
        String circuitId,
        List<String> ipAddresses,
        String externalId) {

    public Report {
        ipAddresses = List.copyOf(ipAddresses);
    }

    /** The same report, judged differently. */
    public Report judged(Impact newImpact, Urgency newUrgency) {
        return new Report(
                channel,
                serviceId,
                problemStart,
                summary,
                description,
                newImpact,
                newUrgency,
                requestedPriority,
                faultNature,
                circuitId,
                ipAddresses,
                externalId);
    }

    /** The same report on another of the service's circuits. */
    public Report onCircuit(String circuit) {
        return answered(
                Set.of("circuitId"),
                new Report(channel, null, null, summary, null, impact, urgency, null, null, circuit, List.of(), null));
    }

    /** This report, with the named fields taken from the answers. */
    public Report answered(Set<String> fields, Report answers) {
        return new Report(
                channel,
                fields.contains("serviceId") ? answers.serviceId() : serviceId,
                fields.contains("problemStart") ? answers.problemStart() : problemStart,
                fields.contains("summary") ? answers.summary() : summary,
                description,
                fields.contains("impact") ? answers.impact() : impact,
                fields.contains("urgency") ? answers.urgency() : urgency,
                fields.contains("requestedPriority") ? answers.requestedPriority() : requestedPriority,
                fields.contains("faultNature") ? answers.faultNature() : faultNature,
                fields.contains("circuitId") ? answers.circuitId() : circuitId,
                fields.contains("ipAddress") ? answers.ipAddresses() : ipAddresses,
                externalId);
    }
}
