package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.ProblemPatch;
import com.interspace.rfo.problem.RootCause;
import com.interspace.rfo.usecase.problem.ProblemRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A problem as a person sends it, to open one or to write in one; what is absent or null stays as it is. {@code ticketIds}
 * and {@code findingIds} count at the opening only, {@code comment} afterwards.
 */
public record ProblemBody(
        String title,
        String description,
        String reason,
        String category,
        String priority,
        CauseBody rootCause,
        String workaround,
        Boolean knownError,
        String permanentFix,
        List<String> ticketIds,
        List<String> findingIds,
        List<String> affectedServices,
        List<String> affectedCircuits,
        String comment) {

    public record CauseBody(String category, String text, List<String> fiveWhys) {}

    static final ProblemBody EMPTY =
            new ProblemBody(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_WHYS = 5;
    private static final int MOST_ROWS = 500;

    /** @throws Invalid with everything that is impossible */
    ProblemRequest request() {
        Violations violations = new Violations();
        checkTexts(violations);
        Priority wanted = violations.oneOf("priority", priority, Priority.class);
        Set<UUID> findings = new LinkedHashSet<>();
        List<String> ids = rows("findingIds", findingIds, violations);
        for (int i = 0; i < ids.size(); i++) {
            addId(findings, "findingIds[" + i + "]", ids.get(i), violations);
        }
        Set<String> tickets = words("ticketIds", ticketIds, violations);
        Set<String> services = words("affectedServices", affectedServices, violations);
        Set<String> circuits = words("affectedCircuits", affectedCircuits, violations);
        violations.throwIfAny();
        return new ProblemRequest(
                orNull(title),
                orNull(description),
                orNull(reason),
                orNull(category),
                wanted,
                null,
                tickets,
                findings,
                services,
                circuits);
    }

    /** @throws Invalid with everything that is impossible */
    ProblemPatch patch() {
        Violations violations = new Violations();
        checkTexts(violations);
        if (title != null) {
            violations.required("title", title);
        }
        if (category != null) {
            violations.required("category", category);
        }
        Priority wanted = violations.oneOf("priority", priority, Priority.class);
        RootCause cause = rootCause == null ? null : cause(violations);
        Set<String> services =
                affectedServices == null ? null : words("affectedServices", affectedServices, violations);
        Set<String> circuits =
                affectedCircuits == null ? null : words("affectedCircuits", affectedCircuits, violations);
        violations.throwIfAny();
        return new ProblemPatch(
                title,
                description,
                reason,
                category,
                wanted,
                cause,
                workaround,
                knownError,
                permanentFix,
                services,
                circuits);
    }

    private void checkTexts(Violations violations) {
        violations.atMost("title", title, LONGEST_TITLE);
        violations.atMost("description", description, LONGEST_TEXT);
        violations.atMost("reason", reason, LONGEST_LINE);
        violations.atMost("category", category, LONGEST_WORD);
        violations.atMost("workaround", workaround, LONGEST_TEXT);
        violations.atMost("permanentFix", permanentFix, LONGEST_TEXT);
        violations.atMost("comment", comment, LONGEST_LINE);
    }

    private RootCause cause(Violations violations) {
        String field = "rootCause.category";
        violations.atMost(field, violations.required(field, rootCause.category()), LONGEST_WORD);
        violations.atMost("rootCause.text", violations.required("rootCause.text", rootCause.text()), LONGEST_TEXT);
        List<String> whys = rootCause.fiveWhys() == null ? List.of() : rootCause.fiveWhys();
        if (whys.size() > MOST_WHYS) {
            violations.add("rootCause.fiveWhys", "must have at most " + MOST_WHYS + " entries");
        }
        for (int i = 0; i < whys.size(); i++) {
            String why = "rootCause.fiveWhys[" + i + "]";
            violations.atMost(why, violations.required(why, whys.get(i)), LONGEST_LINE);
        }
        return violations.isEmpty()
                ? new RootCause(rootCause.category().strip().toLowerCase(Locale.ROOT), rootCause.text(), whys)
                : null;
    }

    private static void addId(Set<UUID> ids, String field, String text, Violations violations) {
        try {
            ids.add(UUID.fromString(text));
        } catch (IllegalArgumentException | NullPointerException none) {
            violations.add(field, "there is no finding " + text);
        }
    }

    private static Set<String> words(String field, List<String> words, Violations violations) {
        List<String> rows = rows(field, words, violations);
        for (int i = 0; i < rows.size(); i++) {
            String row = field + "[" + i + "]";
            violations.atMost(row, violations.required(row, rows.get(i)), LONGEST_WORD);
        }
        return violations.isEmpty() ? new LinkedHashSet<>(rows) : Set.of();
    }

    private static List<String> rows(String field, List<String> rows, Violations violations) {
        if (rows == null) {
            return List.of();
        }
        if (rows.size() > MOST_ROWS) {
            violations.add(field, "must have at most " + MOST_ROWS + " entries");
            return List.of();
        }
        return new ArrayList<>(rows);
    }

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
