package com.interspace.rfo.problem;

import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.rfo.report.Person;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All events of a problem. What others may rely on stands in {@code contracts/}. */
public record ProblemEvent(Change change, State problem) {

    public static final String TOPIC = "interspace.problem.v1";

    /** {@code fields} are null for a move, {@code from} and {@code to} where something was written. */
    public record Change(Instant at, By by, List<String> fields, String from, String to, String reason) {}

    public record By(String id, String party) {}

    public record State(
            String id,
            String number,
            long version,
            String title,
            String status,
            String statusReason,
            String priority,
            String category,
            String causeCategory,
            boolean knownError,
            String workaround,
            Set<String> affectedServices,
            Set<String> affectedCircuits,
            Set<String> tickets,
            Instant openedAt,
            Instant resolvedAt,
            Instant closedAt) {}

    public static OutgoingEvent opened(Problem problem, Person by, Instant at) {
        return moved("opened", problem, null, by, at);
    }

    public static OutgoingEvent written(Problem problem, List<String> fields, Person by, Instant at) {
        return event("changed", problem, new Change(at, by(by), fields, null, null, null), at);
    }

    /** Closing and reopening have types of their own, any other move is a change. */
    public static OutgoingEvent moved(Problem problem, ProblemStatus from, Person by, Instant at) {
        if (problem.status() == ProblemStatus.CLOSED) {
            return moved("closed", problem, from, by, at);
        }
        return moved(from.isOver() ? "reopened" : "changed", problem, from, by, at);
    }

    private static OutgoingEvent moved(String word, Problem problem, ProblemStatus from, Person by, Instant at) {
        Change change = new Change(
                at,
                by(by),
                null,
                from == null ? null : from.toString(),
                problem.status().toString(),
                problem.statusReason());
        return event(word, problem, change, at);
    }

    private static OutgoingEvent event(String word, Problem problem, Change change, Instant at) {
        return new OutgoingEvent(
                TOPIC,
                problem.id().toString(),
                "com.interspace.problem." + word + ".v1",
                at,
                problem.version(),
                new ProblemEvent(change, stateOf(problem)));
    }

    private static By by(Person person) {
        return new By(person.id(), person.party());
    }

    private static State stateOf(Problem problem) {
        return new State(
                problem.id().toString(),
                problem.number(),
                problem.version(),
                problem.title(),
                problem.status().toString(),
                problem.statusReason(),
                problem.priority().toString(),
                problem.category(),
                problem.rootCause() == null ? null : problem.rootCause().category(),
                problem.knownError(),
                problem.workaround(),
                problem.services(),
                problem.circuits(),
                problem.tickets(),
                problem.openedAt(),
                problem.resolvedAt(),
                problem.closedAt());
    }
}
