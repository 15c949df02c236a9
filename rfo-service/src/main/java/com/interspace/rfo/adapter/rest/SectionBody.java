package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.report.Impact;
import com.interspace.rfo.report.Measures;
import com.interspace.rfo.report.Prose;
import com.interspace.rfo.report.RootCause;
import com.interspace.rfo.report.Section;
import com.interspace.rfo.report.SectionName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a section as a person sends it. Which fields count depends on the section: {@code text} in all of them,
 * {@code category} and {@code fiveWhys} in rootCause, {@code actions} in measures, {@code services} in impact.
 */
public record SectionBody(
        String text, String category, List<String> fiveWhys, List<ActionBody> actions, List<ServiceBody> services) {

    /** A preventive action; {@code due} is a date, such as 2026-04-30. */
    public record ActionBody(String text, String owner, String due) {

        public ActionBody {
            text = PlainText.of(text);
            owner = PlainText.of(owner);
        }
    }

    /** A service that suffered; {@code state} is down, degraded or unaffected. */
    public record ServiceBody(String serviceId, String state, String from, String to) {

        public ServiceBody {
            serviceId = PlainText.of(serviceId);
        }
    }

    public SectionBody {
        text = PlainText.of(text);
        category = PlainText.of(category);
        fiveWhys =
                fiveWhys == null ? null : fiveWhys.stream().map(PlainText::of).toList();
    }

    static final SectionBody EMPTY = new SectionBody(null, null, null, null, null);

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_WHYS = 5;
    private static final int MOST_ROWS = 100;
    private static final Set<String> STATES = Set.of("down", "degraded", "unaffected");

    /** @throws NotFound if no section has this name */
    static SectionName nameOf(String name) {
        return Arrays.stream(SectionName.values())
                .filter(candidate -> candidate.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("section", name));
    }

    /**
     * @throws NotFound if no section has this name
     * @throws Invalid if it has, but comes from the record alone
     */
    static SectionName writtenNameOf(String name) {
        SectionName section = nameOf(name);
        if (!section.isWritten()) {
            throw new Invalid("name", name + " comes from the record and cannot be written");
        }
        return section;
    }

    /** @throws Invalid with everything that is missing or impossible */
    Section section(SectionName name) {
        Violations violations = new Violations();
        Section section =
                switch (name) {
                    case IMPACT -> impact(violations);
                    case ROOT_CAUSE -> rootCause(violations);
                    case MEASURES -> measures(violations);
                    default -> new Prose(violations.atMost("text", violations.required("text", text), LONGEST_TEXT));
                };
        violations.throwIfAny();
        return section;
    }

    private RootCause rootCause(Violations violations) {
        String word = violations.atMost("category", violations.required("category", category), LONGEST_WORD);
        violations.atMost("text", violations.required("text", text), LONGEST_TEXT);
        List<String> whys = rows("fiveWhys", fiveWhys, MOST_WHYS, violations);
        for (int i = 0; i < whys.size(); i++) {
            String field = "fiveWhys[" + i + "]";
            violations.atMost(field, violations.required(field, whys.get(i)), LONGEST_LINE);
        }
        return violations.isEmpty() ? new RootCause(word.strip().toLowerCase(Locale.ROOT), text, whys) : null;
    }

    private Measures measures(Violations violations) {
        violations.atMost("text", text, LONGEST_TEXT);
        List<Measures.PreventiveAction> read = new ArrayList<>();
        List<ActionBody> rows = rows("actions", actions, MOST_ROWS, violations);
        for (int i = 0; i < rows.size(); i++) {
            read.add(action("actions[" + i + "]", rows.get(i), violations));
        }
        if (read.isEmpty() && (text == null || text.isBlank())) {
            violations.add("text", "is required where there are no actions");
        }
        return violations.isEmpty() ? new Measures(text, read) : null;
    }

    private static Measures.PreventiveAction action(String field, ActionBody row, Violations violations) {
        if (row == null) {
            violations.add(field, "is required");
            return null;
        }
        violations.atMost(field + ".text", violations.required(field + ".text", row.text()), LONGEST_LINE);
        violations.atMost(field + ".owner", violations.required(field + ".owner", row.owner()), LONGEST_LINE);
        return new Measures.PreventiveAction(row.text(), row.owner(), date(field + ".due", row.due(), violations));
    }

    private static LocalDate date(String field, String text, Violations violations) {
        if (violations.required(field, text) == null) {
            return null;
        }
        try {
            return text.length() > 10 ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            violations.add(field, "must be a date such as 2026-04-30");
            return null;
        }
    }

    private Impact impact(Violations violations) {
        violations.atMost("text", text, LONGEST_TEXT);
        List<Impact.AffectedService> read = new ArrayList<>();
        List<ServiceBody> rows = rows("services", services, MOST_ROWS, violations);
        for (int i = 0; i < rows.size(); i++) {
            read.add(affected("services[" + i + "]", rows.get(i), violations));
        }
        if (read.isEmpty() && (text == null || text.isBlank())) {
            violations.add("services", "is required where there is no text");
        }
        return violations.isEmpty() ? new Impact(read, text) : null;
    }

    private static Impact.AffectedService affected(String field, ServiceBody row, Violations violations) {
        if (row == null) {
            violations.add(field, "is required");
            return null;
        }
        violations.atMost(
                field + ".serviceId", violations.required(field + ".serviceId", row.serviceId()), LONGEST_WORD);
        if (row.state() == null || !STATES.contains(row.state())) {
            violations.add(field + ".state", "must be one of down, degraded, unaffected");
        }
        violations.required(field + ".from", row.from());
        Instant from = violations.instant(field + ".from", row.from());
        Instant to = violations.instant(field + ".to", row.to());
        if (from != null && to != null && to.isBefore(from)) {
            violations.add(field + ".to", "must not be before from");
        }
        return violations.isEmpty() ? Impact.AffectedService.of(row.serviceId(), row.state(), from, to) : null;
    }

    private static <T> List<T> rows(String field, List<T> rows, int most, Violations violations) {
        if (rows == null) {
            return List.of();
        }
        if (rows.size() > most) {
            violations.add(field, "must have at most " + most + " entries");
            return List.of();
        }
        return rows;
    }
}
