package com.interspace.rfo.finding;

import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.rfo.report.Person;
import java.time.Instant;
import java.util.List;

/** All events of a finding. What others may rely on stands in {@code contracts/}. */
public record FindingEvent(Change change, State finding) {

    private static final String TOPIC = "interspace.problem.v1";

    /** {@code decision} is null for a finding that is raised, and open when a snoozed one wakes. */
    public record Change(Instant at, By by, String decision, Instant until, String comment) {}

    public record By(String id, String party) {}

    public record SubjectOf(String kind, String id) {}

    public record EvidenceOf(String kind, String ref, Instant at) {}

    public record State(
            String id,
            String kind,
            SubjectOf subject,
            String about,
            String state,
            String sentence,
            Measure measure,
            List<EvidenceOf> evidence,
            Instant raisedAt,
            String problemId,
            long version) {}

    public static OutgoingEvent raised(Finding finding, List<Evidence> evidence, Instant at) {
        Change change = new Change(at, by(Person.SYSTEM), null, null, null);
        return event("raised", finding, evidence, change, at);
    }

    public static OutgoingEvent decided(Finding finding, List<Evidence> evidence, Person by, Instant at) {
        Change change = new Change(at, by(by), finding.state().toString(), finding.snoozedUntil(), finding.comment());
        return event("decided", finding, evidence, change, at);
    }

    private static OutgoingEvent event(
            String word, Finding finding, List<Evidence> evidence, Change change, Instant at) {
        return new OutgoingEvent(
                TOPIC,
                finding.id().toString(),
                "com.interspace.finding." + word + ".v1",
                at,
                finding.version(),
                new FindingEvent(change, stateOf(finding, evidence)));
    }

    private static By by(Person person) {
        return new By(person.id(), person.party());
    }

    private static State stateOf(Finding finding, List<Evidence> evidence) {
        return new State(
                finding.id().toString(),
                finding.kind().toString(),
                new SubjectOf(
                        finding.subject().kind().toString(), finding.subject().id()),
                finding.about(),
                finding.state().toString(),
                finding.sentence(),
                finding.measure(),
                evidence.stream()
                        .map(piece -> new EvidenceOf(piece.kind(), piece.ref(), piece.at()))
                        .toList(),
                finding.raisedAt(),
                finding.problemId() == null ? null : finding.problemId().toString(),
                finding.version());
    }
}
