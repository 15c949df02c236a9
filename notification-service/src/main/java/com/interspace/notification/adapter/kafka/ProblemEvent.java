package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Actor;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;

/** What this service reads of the events about problems, findings and preventive actions. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProblemEvent(Change change, Subject problem, Subject finding, Subject action) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String reason) {}

    /** A problem, a finding or an action: its id, what it is about in one line, and who has to do what by when. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subject(String id, String problemId, String summary, String owner, String due) {}

    Notice notice(Envelope envelope, Occasion occasion) {
        Subject subject = subject(occasion);
        return new Notice(
                envelope.id(),
                occasion,
                envelope.time(),
                null,
                null,
                null,
                Actor.SYSTEM,
                Facts.facts()
                        .word("subjectId", subject.id())
                        .word("problemId", subject.problemId())
                        .word("about", subject.summary())
                        .word("owner", subject.owner())
                        .word("day", subject.due())
                        .word("reason", change == null ? null : change.reason())
                        .build());
    }

    private Subject subject(Occasion occasion) {
        return switch (occasion) {
            case FINDING_RAISED -> finding;
            case ACTION_OVERDUE -> action;
            default -> problem;
        };
    }
}
