package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** What the centre may put right. What it judges is another matter, and the reporter's own words stay his. */
    private static final List<String> CORRECTABLE =
            List.of("problemStart", "faultNature", "circuitId", "ipAddress", "description");

    private static final List<String> JUDGED = List.of("impact", "urgency");

    /**
     * One field that was put right or judged anew.
     *
     * @param field its name on the wire
     * @param from null when nothing stood there
     * @param to null for a description, which stands in the ticket, is never changed and can be too long to tell
     */
    public record Correction(String field, String from, String to) {}

    public Report {
        ipAddresses = List.copyOf(ipAddresses);
    }

    /** What the other report puts right in this one. */
    List<Correction> corrections(Report other) {
        return differences(other, CORRECTABLE);
    }

    /** What the other report judges otherwise than this one. */
    List<Correction> judgements(Report other) {
        return differences(other, JUDGED);
    }

    private List<Correction> differences(Report other, List<String> fields) {
        return fields.stream()
                .filter(field -> !Objects.equals(value(field), other.value(field)))
                .map(field ->
                        new Correction(field, value(field), field.equals("description") ? null : other.value(field)))
                .toList();
    }

    /** Whether the centre may put that field right; a description only where the reporter has given none. */
    public boolean isCorrectable(String field) {
        return CORRECTABLE.contains(field) && !(field.equals("description") && hasDescription());
    }

    private boolean hasDescription() {
        return description != null && !description.isBlank();
    }

    /** What stands in the field of that name on the wire; addresses joined by commas, null when nothing does. */
    public String value(String field) {
        Object value =
                switch (field) {
                    case "serviceId" -> serviceId;
                    case "problemStart" -> problemStart;
                    case "summary" -> summary;
                    case "description" -> description;
                    case "impact" -> impact;
                    case "urgency" -> urgency;
                    case "requestedPriority" -> requestedPriority;
                    case "faultNature" -> faultNature;
                    case "circuitId" -> circuitId;
                    case "ipAddress" -> ipAddresses.isEmpty() ? null : String.join(", ", ipAddresses);
                    case "externalId" -> externalId;
                    default -> throw new IllegalArgumentException("A report has no " + field);
                };
        return Objects.toString(value, null);
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

    /** This report, with the named fields taken from the answers. */
    public Report answered(Set<String> fields, Report answers) {
        return new Report(
                channel,
                fields.contains("serviceId") ? answers.serviceId() : serviceId,
                fields.contains("problemStart") ? answers.problemStart() : problemStart,
                fields.contains("summary") ? answers.summary() : summary,
                fields.contains("description") ? answers.description() : description,
                fields.contains("impact") ? answers.impact() : impact,
                fields.contains("urgency") ? answers.urgency() : urgency,
                fields.contains("requestedPriority") ? answers.requestedPriority() : requestedPriority,
                fields.contains("faultNature") ? answers.faultNature() : faultNature,
                fields.contains("circuitId") ? answers.circuitId() : circuitId,
                fields.contains("ipAddress") ? answers.ipAddresses() : ipAddresses,
                externalId);
    }
}
