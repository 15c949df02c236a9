package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemChange;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.problem.RootCause;
import com.interspace.rfo.usecase.problem.ProblemReading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A problem on the wire.
 *
 * @param category classifier, {@code role.category}; the category of the cause stands in {@code rootCause}
 * @param rootCause null while it is unknown
 * @param allowedStatuses where a person may move it from here
 * @param missing what a reader would still expect to be written
 */
public record ProblemView(
        UUID id,
        String number,
        long version,
        String title,
        String description,
        String reason,
        String category,
        String priority,
        String status,
        String statusReason,
        List<String> allowedStatuses,
        Set<String> affectedServices,
        Set<String> affectedCircuits,
        Set<String> tickets,
        List<FindingLine> findings,
        RootCause rootCause,
        String workaround,
        boolean knownError,
        Instant knownErrorSince,
        String permanentFix,
        List<String> missing,
        Opener openedBy,
        Instant openedAt,
        Instant changedAt,
        Instant resolvedAt,
        Instant closedAt,
        List<ChangeView> history) {

    public record Opener(String name, String role) {}

    public record FindingLine(UUID id, String kind, String state, String sentence) {

        static FindingLine of(Finding finding) {
            return new FindingLine(
                    finding.id(), finding.kind().toString(), finding.state().toString(), finding.sentence());
        }
    }

    /** Fields that were written, or a move. */
    public record ChangeView(
            long version, Instant at, String by, List<String> fields, String from, String to, String comment) {

        static ChangeView of(ProblemChange change) {
            return new ChangeView(
                    change.version(),
                    change.at(),
                    change.personName(),
                    change.fields() == null
                            ? List.of()
                            : List.of(change.fields().split(", ")),
                    word(change.from()),
                    word(change.to()),
                    change.comment());
        }
    }

    static ProblemView of(ProblemReading reading) {
        Problem problem = reading.problem();
        return new ProblemView(
                problem.id(),
                problem.number(),
                problem.version(),
                problem.title(),
                problem.description(),
                problem.reason(),
                problem.category(),
                problem.priority().toString(),
                problem.status().toString(),
                problem.statusReason(),
                problem.status().next().stream().map(ProblemStatus::toString).toList(),
                reading.services(),
                reading.circuits(),
                reading.tickets(),
                reading.findings().stream().map(FindingLine::of).toList(),
                problem.rootCause(),
                problem.workaround(),
                problem.knownError(),
                problem.knownErrorSince(),
                problem.permanentFix(),
                problem.missing(),
                new Opener(problem.originator().name(), problem.originator().role()),
                problem.openedAt(),
                problem.changedAt(),
                problem.resolvedAt(),
                problem.closedAt(),
                reading.changes().stream().map(ChangeView::of).toList());
    }

    private static String word(Object named) {
        return named == null ? null : named.toString();
    }
}
