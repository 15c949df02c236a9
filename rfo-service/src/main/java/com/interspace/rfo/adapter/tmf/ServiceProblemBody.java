package com.interspace.rfo.adapter.tmf;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.problem.Originator;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.ProblemPatch;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.usecase.problem.ProblemRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service problem as a client sends it. {@code affectedResource} are circuits, {@code troubleTicket} our tickets; what
 * has no place in TMF656 stands in {@code characteristic}: workaround, permanentFix, knownError.
 *
 * @param other attributes that a client may not set; ignored at the creation, refused in a patch
 */
public record ServiceProblemBody(
        String name,
        String category,
        Integer priority,
        String description,
        String reason,
        String status,
        String statusChangeReason,
        Party originatorParty,
        List<Ref> affectedService,
        List<Ref> affectedResource,
        List<Ref> troubleTicket,
        List<Characteristic> characteristic,
        @JsonAnySetter Map<String, Object> other) {

    public record Party(String id, String name, String role, @JsonProperty("@referredType") String referredType) {}

    public record Ref(String id, String href, String name) {}

    public record Characteristic(String name, String value) {}

    private static final Set<String> HARMLESS = Set.of("@type", "@baseType", "@schemaLocation");
    private static final Set<String> CHARACTERISTICS = Set.of("workaround", "permanentFix", "knownError");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_ROWS = 500;
    private static final int LOWEST = 10;

    /** @throws Invalid with everything that is missing or impossible; a status is ignored */
    ProblemRequest request() {
        Violations violations = new Violations();
        violations.required("category", category);
        violations.required("priority", priority);
        violations.required("description", description);
        violations.required("reason", reason);
        if (violations.required("originatorParty", originatorParty) != null) {
            violations.atMost(
                    "originatorParty.id",
                    violations.required("originatorParty.id", originatorParty.id()),
                    LONGEST_NAME);
            violations.atMost("originatorParty.name", originatorParty.name(), LONGEST_NAME);
            violations.atMost("originatorParty.role", originatorParty.role(), LONGEST_NAME);
        }
        Priority rank = checked(violations);
        Set<String> tickets = ids("troubleTicket", troubleTicket, violations);
        Set<String> services = ids("affectedService", affectedService, violations);
        Set<String> circuits = ids("affectedResource", affectedResource, violations);
        violations.throwIfAny();
        return new ProblemRequest(
                title(), description, reason, category, rank, originator(), tickets, Set.of(), services, circuits);
    }

    /** @throws Invalid with everything that is impossible or not for a client to set */
    ProblemPatch patch() {
        Violations violations = new Violations();
        if (other != null) {
            other.keySet().stream()
                    .filter(key -> !HARMLESS.contains(key))
                    .sorted()
                    .forEach(key -> violations.add(key, "cannot be changed"));
        }
        if (originatorParty != null) {
            violations.add("originatorParty", "cannot be changed");
        }
        if (troubleTicket != null) {
            violations.add("troubleTicket", "cannot be changed here; POST /v1/problems/{id}/tickets links a ticket");
        }
        Priority rank = checked(violations);
        Set<String> services = affectedService == null ? null : ids("affectedService", affectedService, violations);
        Set<String> circuits = affectedResource == null ? null : ids("affectedResource", affectedResource, violations);
        Map<String, String> said = characteristics(violations);
        violations.throwIfAny();
        return new ProblemPatch(
                name,
                description,
                reason,
                category,
                rank,
                null,
                said.get("workaround"),
                said.containsKey("knownError") ? Boolean.valueOf(said.get("knownError")) : null,
                said.get("permanentFix"),
                services,
                circuits);
    }

    /** Null = it stays where it is. @throws Invalid if it is no status of a problem here */
    ProblemStatus status(Violations violations) {
        return violations.oneOf("status", status, ProblemStatus.class);
    }

    /** Why it goes to another status; null = not said. */
    String why() {
        return statusChangeReason == null || statusChangeReason.isBlank() ? null : statusChangeReason;
    }

    private Priority checked(Violations violations) {
        violations.atMost("name", name, LONGEST_TITLE);
        violations.atMost("category", category, LONGEST_WORD);
        violations.atMost("description", description, LONGEST_TEXT);
        violations.atMost("reason", reason, LONGEST_LINE);
        violations.atMost("statusChangeReason", statusChangeReason, LONGEST_LINE);
        if (priority != null && (priority < 1 || priority > LOWEST)) {
            violations.add("priority", "must be from 1 (highest) to " + LOWEST + " (lowest)");
        }
        return priority == null ? null : Priority.ofRank(priority);
    }

    private Map<String, String> characteristics(Violations violations) {
        Map<String, String> said = new HashMap<>();
        for (Characteristic one : characteristic == null ? List.<Characteristic>of() : characteristic) {
            if (one == null || one.name() == null || !CHARACTERISTICS.contains(one.name())) {
                violations.add("characteristic", "must be one of " + new TreeSet<>(CHARACTERISTICS));
            } else if (one.name().equals("knownError")
                    && !Set.of("true", "false").contains(one.value() + "")) {
                violations.add("characteristic", "knownError must be true or false");
            } else {
                said.put(one.name(), violations.atMost("characteristic", one.value(), LONGEST_TEXT));
            }
        }
        return said;
    }

    private static Set<String> ids(String field, List<Ref> refs, Violations violations) {
        if (refs == null) {
            return Set.of();
        }
        boolean complete = refs.stream()
                .allMatch(ref -> ref != null
                        && ref.id() != null
                        && !ref.id().isBlank()
                        && ref.id().length() <= LONGEST_WORD);
        if (!complete || refs.size() > MOST_ROWS) {
            violations.add(field, "must be at most " + MOST_ROWS + " entries with an id each");
            return Set.of();
        }
        return refs.stream().map(Ref::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private String title() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return description.length() <= LONGEST_NAME
                ? description
                : description.substring(0, description.offsetByCodePoints(0, shortened()));
    }

    private int shortened() {
        return Math.min(LONGEST_NAME, description.codePointCount(0, description.length()));
    }

    private Originator originator() {
        return new Originator(
                originatorParty.id(),
                Stream.of(originatorParty.name(), originatorParty.id())
                        .filter(text -> text != null && !text.isBlank())
                        .findFirst()
                        .orElseThrow(),
                originatorParty.role() == null ? "originator" : originatorParty.role());
    }
}
