package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.problem.Problem;
import java.time.Instant;
import java.util.UUID;

/** A problem as a line of a list, with what somebody at a new ticket has to know of it. */
public record ProblemLineView(
        UUID id,
        String number,
        long version,
        String title,
        String category,
        String priority,
        String status,
        String rootCauseCategory,
        boolean knownError,
        String workaround,
        Instant openedAt,
        Instant changedAt) {

    static ProblemLineView of(Problem problem) {
        return new ProblemLineView(
                problem.id(),
                problem.number(),
                problem.version(),
                problem.title(),
                problem.category(),
                problem.priority().toString(),
                problem.status().toString(),
                problem.rootCause() == null ? null : problem.rootCause().category(),
                problem.knownError(),
                problem.workaround(),
                problem.openedAt(),
                problem.changedAt());
    }
}
