package com.interspace.chassis.refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 422: the request is readable, but fields are missing or impossible; one violation for each. */
public final class Invalid extends Refusal {

    private final List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super(
                422,
                "invalid-input",
                "Invalid input",
                violations.stream()
                        .map(Violation::field)
                        .distinct()
                        .collect(Collectors.joining(", ", "Please correct: ", ".")));
        this.violations = List.copyOf(violations);
    }

    public Invalid(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("violations", violations);
    }
}
