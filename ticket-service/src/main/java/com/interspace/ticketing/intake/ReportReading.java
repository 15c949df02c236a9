package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Violation;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.FaultNature;
import com.interspace.ticketing.ticket.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads a form field by field and notes a violation for each that is missing or impossible; such a field is null in
 * the report. What a violation means is for {@link StrictReading} and {@link LenientReading} to say.
 */
final class ReportReading {

    static final int LONGEST_SUMMARY = 500;
    static final int LARGEST_DESCRIPTION = 64 * 1024;
    static final int LONGEST_WORD = 200;
    private static final int MOST_ADDRESSES = 50;

    /** A clock at the customer's may be ahead of ours by that much. */
    private static final Duration FORWARD_TOLERANCE = Duration.ofMinutes(5);

    private final Violations violations;
    private final Instant now;

    ReportReading(Violations violations, Instant now) {
        this.violations = violations;
        this.now = now;
    }

    Report read(ReportForm form, Channel channel) {
        String serviceId = violations.required("serviceId", Text.oneLine(form.serviceId()));
        Instant start = problemStart(form.problemStart());
        String summary = summary(form.summary());
        Impact impact = violations.oneOf("impact", violations.required("impact", form.impact()), Impact.class);
        Urgency urgency = violations.oneOf("urgency", form.urgency(), Urgency.class);
        Priority requested = violations.oneOf("requestedPriority", form.requestedPriority(), Priority.class);
        FaultNature nature = violations.oneOf("faultNature", form.faultNature(), FaultNature.class);
        checkDescription(form.description());
        violations.atMost("circuitId", form.circuitId(), LONGEST_WORD);
        violations.atMost("externalId", form.externalId(), LONGEST_WORD);
        return new Report(
                channel,
                serviceId,
                start,
                summary,
                Text.readable(form.description()),
                impact,
                urgency == null ? Urgency.impliedBy(requested) : urgency,
                requested,
                nature,
                Text.oneLine(form.circuitId()),
                addresses(form.ipAddress()),
                Text.oneLine(form.externalId()));
    }

    /** The field that a violation is about, be it about one of its items only. */
    static String fieldOf(Violation violation) {
        return violation.field().replaceFirst("\\[.*", "");
    }

    /** Notes a violation when the service has circuits and this is none of them. */
    void checkCircuit(String circuitId, Service service) {
        List<String> known = service.profile().circuits();
        if (circuitId != null && !known.isEmpty() && !known.contains(circuitId)) {
            violations.add("circuitId", "must be one of this service's circuits: " + String.join(", ", known));
        }
    }

    private Instant problemStart(String text) {
        Instant start = violations.instant("problemStart", violations.required("problemStart", text));
        if (start != null && start.isAfter(now.plus(FORWARD_TOLERANCE))) {
            violations.add("problemStart", "must not lie in the future");
        }
        return start;
    }

    private String summary(String text) {
        String summary = violations.required("summary", Text.oneLine(text));
        return violations.atMost("summary", summary, LONGEST_SUMMARY);
    }

    private void checkDescription(String text) {
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length > LARGEST_DESCRIPTION) {
            violations.add("description", "must have at most 64 kB; attach longer texts as a file");
        }
    }

    /** The possible ones; each other one is noted by its place. */
    private List<String> addresses(List<String> given) {
        List<String> all = given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).map(String::trim).toList();
        if (all.size() > MOST_ADDRESSES) {
            violations.add("ipAddress", "must name at most " + MOST_ADDRESSES + " addresses");
        }
        List<String> possible = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MOST_ADDRESSES); i++) {
            if (IpAddress.isValid(all.get(i))) {
                possible.add(all.get(i));
            } else {
                violations.add("ipAddress[" + i + "]", "must be an IPv4 or IPv6 address");
            }
        }
        return possible;
    }
}
