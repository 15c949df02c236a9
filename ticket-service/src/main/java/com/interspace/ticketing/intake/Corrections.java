package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.MissingInformation;
import com.interspace.ticketing.ticket.Report;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an agent puts a report right for whoever is on the phone. What the reporter is asked for is answered, impact and
 * urgency are judged, and {@link Report#isCorrectable what else the centre may correct} is corrected; a field that says
 * what stands already changes nothing.
 */
public final class Corrections {

    private static final Set<String> JUDGED = Set.of("impact", "urgency");
    private static final int LONGEST_NOTE = 64 * 1024;

    private Corrections() {}

    /**
     * @param said null in every field that stays as it is
     * @param service the one that the form names, or that the report has; only one of the ticket's own account
     * @param note why
     * @return the report with everything put right
     * @throws Invalid with one violation for each field that is impossible or not to be changed, and for a missing note
     */
    public static Report read(
            Report report,
            MissingInformation missing,
            ReportForm said,
            Optional<Service> service,
            String note,
            Instant now) {
        Violations violations = new Violations();
        checkNote(said, note, violations);
        said.emptied()
                .forEach(field -> violations.add(field, "must not be empty; leave it out to keep what stands there"));
        StrictReading.Named named = StrictReading.named(said, report.channel(), service, now);
        Report right = report.answered(named.possible(), named.report());
        for (String field : named.possible()) {
            boolean changes = !Objects.equals(right.value(field), report.value(field));
            if (changes && !missing.asksFor(field) && !JUDGED.contains(field) && !report.isCorrectable(field)) {
                violations.add(field, "stays as it was reported; say in a note what is different");
            }
        }
        named.faults().forEach(fault -> violations.add(fault.field(), fault.message()));
        violations.throwIfAny();
        return right;
    }

    private static void checkNote(ReportForm said, String note, Violations violations) {
        violations.required("note", note);
        violations.atMost("note", note, LONGEST_NOTE);
        if (violations.isEmpty() && said.named().isEmpty() && said.emptied().isEmpty()) {
            violations.add("note", "explains a change, and no field is named; to only say something, add a note");
        }
    }
}
