package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Violation;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How mail and partners' systems are read: nothing is refused. What the centre requires and the sender left out, and
 * every impossible value, becomes a question; meanwhile the report stands with provisional values (centre's rule:
 * degradation, medium). Texts that are too long are cut.
 */
public final class LenientReading {

    private static final int EXCERPT = 200;

    private LenientReading() {}

    /** @param report usable as it is; @param questions what the sender has to be asked, in the order of the form */
    public record Reading(Report report, List<Question> questions) {}

    /**
     * @param service the one that the form names, if it is an active one of the sender's own; otherwise the form's
     *     service is asked for, without a word on whether it exists
     */
    public static Reading read(ReportForm form, Channel channel, Optional<Service> service, Instant now) {
        Violations violations = new Violations();
        ReportReading reading = new ReportReading(violations, now);
        Report said = reading.read(cut(form), channel);
        if (said.serviceId() != null && service.isEmpty()) {
            violations.add("serviceId", "is not a service of yours");
        }
        service.ifPresent(own -> reading.checkCircuit(said.circuitId(), own));
        List<Question> questions = questions(violations.list(), form);
        return new Reading(provisional(said, questions, form), questions);
    }

    /** One question for each field, with what was wrong about the value when there was one. */
    private static List<Question> questions(List<Violation> violations, ReportForm form) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Violation violation : violations) {
            wrong.putIfAbsent(ReportReading.fieldOf(violation), violation.message());
        }
        List<Question> questions = new ArrayList<>();
        wrong.forEach((field, message) -> {
            String given = Text.oneLine(form.value(field));
            questions.add(new Question(
                    field,
                    given == null || given.isEmpty()
                            ? Questions.about(field)
                            : "“" + excerpt(given, 80) + "” " + message + ". " + Questions.about(field)));
        });
        return questions;
    }

    private static Report provisional(Report said, List<Question> questions, ReportForm form) {
        List<String> asked = questions.stream().map(Question::field).toList();
        return new Report(
                said.channel(),
                asked.contains("serviceId") ? null : said.serviceId(),
                asked.contains("problemStart") ? null : said.problemStart(),
                said.summary() == null ? summaryOf(form.description()) : said.summary(),
                said.description(),
                said.impact() == null ? Impact.DEGRADATION : said.impact(),
                said.urgency(),
                said.requestedPriority(),
                said.faultNature(),
                asked.contains("circuitId") ? null : said.circuitId(),
                said.ipAddresses(),
                said.externalId());
    }

    private static String summaryOf(String description) {
        String line = Text.oneLine(description);
        return line == null || line.isEmpty() ? "(no summary yet)" : excerpt(line, EXCERPT);
    }

    private static ReportForm cut(ReportForm form) {
        return form.withTexts(
                excerpt(Text.oneLine(form.summary()), ReportReading.LONGEST_SUMMARY),
                bytes(form.description()),
                excerpt(Text.oneLine(form.externalId()), ReportReading.LONGEST_WORD));
    }

    /** Never ends in half a character. */
    private static String excerpt(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static String bytes(String text) {
        String fitting = excerpt(text, ReportReading.LARGEST_DESCRIPTION);
        while (fitting != null && fitting.getBytes(StandardCharsets.UTF_8).length > ReportReading.LARGEST_DESCRIPTION) {
            fitting = excerpt(fitting, fitting.length() * 3 / 4);
        }
        return fitting;
    }
}
