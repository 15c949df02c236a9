package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingState;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.usecase.finding.FindingReading;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A finding on the wire.
 *
 * @param about the kind of reading of a degradation; otherwise empty
 * @param evidence the oldest 200 pieces; null in a list
 */
public record FindingView(
        UUID id,
        long version,
        String kind,
        SubjectView subject,
        String about,
        String state,
        List<String> allowedStates,
        String sentence,
        Measure measure,
        List<Evidence> evidence,
        Instant firstAt,
        Instant lastAt,
        Instant raisedAt,
        Instant snoozedUntil,
        String decidedBy,
        Instant decidedAt,
        String comment,
        UUID problemId) {

    public record SubjectView(String kind, String id) {}

    static FindingView of(FindingReading reading) {
        return of(reading.finding(), reading.evidence());
    }

    static FindingView line(Finding finding) {
        return of(finding, null);
    }

    private static FindingView of(Finding finding, List<Evidence> evidence) {
        return new FindingView(
                finding.id(),
                finding.version(),
                finding.kind().toString(),
                new SubjectView(
                        finding.subject().kind().toString(), finding.subject().id()),
                finding.about(),
                finding.state().toString(),
                finding.state().next().stream().map(FindingState::toString).toList(),
                finding.sentence(),
                finding.measure(),
                evidence,
                finding.firstAt(),
                finding.lastAt(),
                finding.raisedAt(),
                finding.snoozedUntil(),
                finding.decidedBy(),
                finding.decidedAt(),
                finding.comment(),
                finding.problemId());
    }
}
