package com.interspace.rfo.action;

import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.rfo.report.Person;
import java.time.Instant;

/** All events of a preventive action. What others may rely on stands in {@code contracts/}. */
public record ActionEvent(Change change, State action) {

    private static final String TOPIC = "interspace.problem.v1";

    public record Change(Instant at, By by, String what) {}

    public record By(String id, String party) {}

    public record State(
            String id,
            String problemId,
            String problemNumber,
            String text,
            String owner,
            Instant due,
            String status,
            Instant overdueSince,
            String evidence,
            long version) {}

    /** @param what planned, changed, done or cancelled */
    public static OutgoingEvent changed(
            PreventiveAction action, String problemNumber, String what, Person by, Instant at) {
        return event("changed", action, problemNumber, what, by, at);
    }

    /** For the manager: a promise was not kept. */
    public static OutgoingEvent overdue(PreventiveAction action, String problemNumber, Instant at) {
        return event("overdue", action, problemNumber, "overdue", Person.SYSTEM, at);
    }

    private static OutgoingEvent event(
            String word, PreventiveAction action, String problemNumber, String what, Person by, Instant at) {
        Change change = new Change(at, new By(by.id(), by.party()), what);
        return new OutgoingEvent(
                TOPIC,
                action.problemId().toString(),
                "com.interspace.action." + word + ".v1",
                at,
                action.version(),
                new ActionEvent(change, stateOf(action, problemNumber)));
    }

    private static State stateOf(PreventiveAction action, String problemNumber) {
        return new State(
                action.id().toString(),
                action.problemId().toString(),
                problemNumber,
                action.text(),
                action.owner(),
                action.due(),
                action.status().toString(),
                action.overdueSince(),
                action.evidence(),
                action.version());
    }
}
