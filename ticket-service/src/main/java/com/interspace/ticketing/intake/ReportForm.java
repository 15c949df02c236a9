package com.interspace.ticketing.intake;

import com.interspace.ticketing.ticket.PartnerWords;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A report as the sender filled it in, nothing checked yet; fields that he left out are null.
 *
 * @param words {@link PartnerWords#NONE} at every door but the partners'
 */
public record ReportForm(
        String serviceId,
        String problemStart,
        String summary,
        String impact,
        String description,
        String urgency,
        String requestedPriority,
        String faultNature,
        String circuitId,
        List<String> ipAddress,
        String externalId,
        PartnerWords words) {

    ReportForm withTexts(String otherSummary, String otherDescription, String otherExternalId) {
        return new ReportForm(
                serviceId,
                problemStart,
                otherSummary,
                impact,
                otherDescription,
                urgency,
                requestedPriority,
                faultNature,
                circuitId,
                ipAddress,
                otherExternalId,
                words);
    }

    /** What stands in the field of that name on the wire; addresses joined by commas. */
    String value(String field) {
        return values().get(field);
    }

    /** The fields that were filled in. */
    public Set<String> named() {
        return fields(value -> !value.isBlank());
    }

    /** The fields that were sent with nothing in them. */
    Set<String> emptied() {
        return fields(String::isBlank);
    }

    private Set<String> fields(Predicate<String> sent) {
        return values().entrySet().stream()
                .filter(entry -> entry.getValue() != null && sent.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same for the same report, different for any other; for {@link ReportDigest}. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("serviceId", serviceId);
        values.put("problemStart", problemStart);
        values.put("summary", summary);
        values.put("impact", impact);
        values.put("description", description);
        values.put("urgency", urgency);
        values.put("requestedPriority", requestedPriority);
        values.put("faultNature", faultNature);
        values.put("circuitId", circuitId);
        values.put("ipAddress", ipAddress == null ? null : addresses());
        values.put("externalId", externalId);
        if (!words.equals(PartnerWords.NONE)) {
            values.put("severity", words.severity());
            values.put("ticketType", words.ticketType());
        }
        return values;
    }

    private String addresses() {
        return ipAddress.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
