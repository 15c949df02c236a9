package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.action.PreventiveAction;
import com.interspace.rfo.usecase.action.ActionReading;
import java.time.Instant;
import java.util.UUID;

/** A preventive action on the wire. */
public record ActionView(
        UUID id,
        long version,
        UUID problemId,
        String problemNumber,
        String text,
        String owner,
        Instant due,
        String status,
        boolean overdue,
        Instant overdueSince,
        String evidence,
        String comment,
        Instant createdAt,
        String createdBy,
        Instant finishedAt,
        String finishedBy) {

    static ActionView of(ActionReading reading) {
        PreventiveAction action = reading.action();
        return new ActionView(
                action.id(),
                action.version(),
                action.problemId(),
                reading.problemNumber(),
                action.text(),
                action.owner(),
                action.due(),
                action.status().toString(),
                action.isOverdue(),
                action.overdueSince(),
                action.evidence(),
                action.comment(),
                action.createdAt(),
                action.createdBy(),
                action.finishedAt(),
                action.finishedBy());
    }
}
