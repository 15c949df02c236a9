package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Completion;
import com.interspace.ticketing.ticket.MissingInformation;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How an answer to the centre's questions is read: only what was asked for is taken. */
public final class Answers {

    private Answers() {}

    /**
     * Whatever is usable is taken; an impossible answer leaves its question open, with what was wrong about it.
     *
     * @param service as in {@link LenientReading#read}: the one that the answer names, or that the report has
     */
    public static Completion read(
            Report report, MissingInformation missing, ReportForm answers, Optional<Service> service, Instant now) {
        LenientReading.Reading reading = LenientReading.read(answers, report.channel(), service, now);
        List<String> given = new ArrayList<>();
        List<Question> remaining = new ArrayList<>();
        for (Question open : missing.questions()) {
            Optional<Question> again = reading.questions().stream()
                    .filter(question -> question.field().equals(open.field()))
                    .findFirst();
            boolean answered = answers.value(open.field()) != null
                    && !answers.value(open.field()).isBlank();
            if (!answered) {
                remaining.add(open);
            } else if (again.isPresent()) {
                remaining.add(again.get());
            } else {
                given.add(open.field());
            }
        }
        return new Completion(report.answered(new HashSet<>(given), reading.report()), given, missing.left(remaining));
    }

    /**
     * Refuses what was not asked for and what is impossible, for callers who can correct themselves at once.
     *
     * @throws Invalid with one violation for each such field
     */
    public static void checkStrictly(
            MissingInformation missing, ReportForm answers, Optional<Service> service, Instant now) {
        Violations violations = new Violations();
        for (String field : answers.named()) {
            if (!missing.asksFor(field)) {
                violations.add(field, "is not asked for; asked for are: " + String.join(", ", missing.fields()));
            }
        }
        StrictReading.named(answers, null, service, now)
                .faults()
                .forEach(fault -> violations.add(fault.field(), fault.message()));
        violations.throwIfAny();
    }
}
