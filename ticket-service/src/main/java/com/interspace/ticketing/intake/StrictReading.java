package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Invalid;
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
import java.util.List;
import java.util.Objects;

/**
 * How panel and phone read a report: every missing or impossible field is refused, each with a word of its own.
 * Required by the centre: service, start of the problem, summary, impact.
 */
public final class StrictReading {

    private static final int LONGEST_SUMMARY = 500;
    private static final int LARGEST_DESCRIPTION = 64 * 1024;
    private static final int MOST_ADDRESSES = 50;
    private static final int LONGEST_WORD = 200;

    /** A clock at the customer's may be ahead of ours by that much. */
    private static final Duration FORWARD_TOLERANCE = Duration.ofMinutes(5);

    private StrictReading() {}

    /**
     * @throws Invalid with one violation for each field that is missing or impossible
     */
    public static Report read(ReportForm form, Channel channel, Instant now) {
        Violations violations = new Violations();
        violations.required("serviceId", form.serviceId());
        Instant start = problemStart(form.problemStart(), now, violations);
        String summary = summary(form.summary(), violations);
        String impactWord = violations.required("impact", form.impact());
        Impact impact = violations.oneOf("impact", impactWord, Impact.class);
        Urgency urgency = violations.oneOf("urgency", form.urgency(), Urgency.class);
        Priority requested = violations.oneOf("requestedPriority", form.requestedPriority(), Priority.class);
        FaultNature nature = violations.oneOf("faultNature", form.faultNature(), FaultNature.class);
        description(form.description(), violations);
        violations.atMost("circuitId", form.circuitId(), LONGEST_WORD);
        violations.atMost("externalId", form.externalId(), LONGEST_WORD);
        List<String> addresses = addresses(form.ipAddress(), violations);
        violations.throwIfAny();
        return new Report(
                channel,
                form.serviceId().trim(),
                start,
                summary,
                Text.readable(form.description()),
                impact,
                urgency == null ? Urgency.impliedBy(requested) : urgency,
                requested,
                nature,
                Text.oneLine(form.circuitId()),
                addresses,
                Text.oneLine(form.externalId()));
    }

    /** @throws Invalid when the circuit is not one of the service's */
    public static void checkCircuit(Report report, Service service) {
        List<String> known = service.profile().circuits();
        if (report.circuitId() != null && !known.isEmpty() && !known.contains(report.circuitId())) {
            throw new Invalid("circuitId", "must be one of this service's circuits: " + String.join(", ", known));
        }
    }

    private static Instant problemStart(String text, Instant now, Violations violations) {
        Instant start = violations.instant("problemStart", violations.required("problemStart", text));
        if (start != null && start.isAfter(now.plus(FORWARD_TOLERANCE))) {
            violations.add("problemStart", "must not lie in the future");
        }
        return start;
    }

    private static String summary(String text, Violations violations) {
        String summary = Text.oneLine(text);
        violations.required("summary", summary);
        return violations.atMost("summary", summary, LONGEST_SUMMARY);
    }

    private static void description(String text, Violations violations) {
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length > LARGEST_DESCRIPTION) {
            violations.add("description", "must have at most 64 kB; attach longer texts as a file");
        }
    }

    private static List<String> addresses(List<String> given, Violations violations) {
        List<String> addresses = given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).map(String::trim).toList();
        if (addresses.size() > MOST_ADDRESSES) {
            violations.add("ipAddress", "must name at most " + MOST_ADDRESSES + " addresses");
        }
        for (int i = 0; i < Math.min(addresses.size(), MOST_ADDRESSES); i++) {
            if (!IpAddress.isValid(addresses.get(i))) {
                violations.add("ipAddress[" + i + "]", "must be an IPv4 or IPv6 address");
            }
        }
        return addresses;
    }
}
