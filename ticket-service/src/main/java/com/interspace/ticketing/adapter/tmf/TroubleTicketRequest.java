package com.interspace.ticketing.adapter.tmf;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.ticket.PartnerWords;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner's system sends: TMF621's attributes as far as we use them, and our extensions. */
@Schema(name = "TroubleTicketRequest")
record TroubleTicketRequest(
        @Schema(description = "Mandatory to create") String description,
        @Schema(description = "Mandatory to create; kept as said, and the impact if it is one of our three words")
                String severity,
        @Schema(description = "Mandatory to create; kept as said") String ticketType,
        @Schema(description = "The summary; otherwise the description's first 200 characters") String name,
        @Schema(description = "Kept as the requested priority: critical, major, minor or low") String priority,
        String externalId,
        @Schema(description = "Ignored on create; on patch cancelled, closed, or inProgress to reopen") String status,
        @Schema(description = "Required to reopen") String statusChangeReason,
        @Schema(description = "The one with @referredType Service is the service") List<RelatedEntity> relatedEntity,
        List<TmfNote> note,
        String problemStart,
        @Schema(enumeration = {"service-affecting", "degradation", "non-service-affecting"}) String impact,
        @Schema(enumeration = {"high", "medium", "low"}) String urgency,
        @Schema(enumeration = {"permanent", "intermittent"}) String faultNature,
        String circuitId,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> ipAddress) {

    private static final int SUMMARY = 200;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_NOTE = 64 * 1024;
    private static final int MOST_NOTES = 50;

    @Schema(name = "RelatedEntity")
    record RelatedEntity(
            @Schema(required = true) String id,
            @Schema(required = true) String role,
            @Schema(required = true) @JsonProperty("@referredType") String referredType) {}

    void checkMandatory(Violations violations) {
        violations.required("description", description);
        violations.required("severity", severity);
        violations.required("ticketType", ticketType);
    }

    void checkShape(Violations violations) {
        violations.atMost("severity", severity, LONGEST_WORD);
        violations.atMost("ticketType", ticketType, LONGEST_WORD);
        for (RelatedEntity entity : entities()) {
            violations.required("relatedEntity.id", entity.id());
            violations.required("relatedEntity.@referredType", entity.referredType());
        }
        if (given(note).count() > MOST_NOTES) {
            violations.add("note", "must have at most " + MOST_NOTES + " notes");
        }
        given(note).forEach(one -> {
            violations.required("note.text", one.text());
            violations.atMost("note.text", one.text(), LONGEST_NOTE);
        });
    }

    ReportForm form() {
        return new ReportForm(
                serviceId(),
                problemStart,
                summary(),
                impact == null ? impactMeantBySeverity() : impact,
                description,
                urgency,
                priority,
                faultNature,
                circuitId,
                ipAddress,
                externalId,
                new PartnerWords(severity, ticketType));
    }

    /** The texts of the notes that we have not given an id yet. */
    List<String> newNotes() {
        return given(note).filter(one -> one.id() == null).map(TmfNote::text).toList();
    }

    private String serviceId() {
        return entities().stream()
                .filter(entity -> "Service".equals(entity.referredType()))
                .map(RelatedEntity::id)
                .findFirst()
                .orElse(null);
    }

    private String summary() {
        if (name != null && !name.isBlank() || description == null) {
            return name;
        }
        int end = Math.min(SUMMARY, description.length());
        boolean half = end < description.length() && Character.isHighSurrogate(description.charAt(end - 1));
        return description.substring(0, half ? end - 1 : end);
    }

    private String impactMeantBySeverity() {
        return Arrays.stream(Impact.values())
                .map(Impact::toString)
                .filter(word -> word.equals(severity))
                .findFirst()
                .orElse(null);
    }

    private List<RelatedEntity> entities() {
        return given(relatedEntity).toList();
    }

    private static <T> Stream<T> given(List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
