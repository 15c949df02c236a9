package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.refusal.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * A preventive action as a person sends it; when it is changed, what is absent stays as it is.
 *
 * @param owner who has promised it: a person or a team
 * @param due an instant, or a date, which means its end in the zone of the house
 * @param comment counts when it is changed
 */
public record ActionBody(String problemId, String text, String owner, String due, String comment) {

    static final ActionBody EMPTY = new ActionBody(null, null, null, null, null);

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int A_DATE = 10;

    void check(Violations violations) {
        violations.atMost("text", text, LONGEST_TEXT);
        violations.atMost("owner", owner, LONGEST_NAME);
        violations.atMost("comment", comment, LONGEST_TEXT);
    }

    /** Null where it is absent or (noted) no id. */
    UUID problem(Violations violations) {
        if (violations.required("problemId", problemId) == null) {
            return null;
        }
        try {
            return UUID.fromString(problemId);
        } catch (IllegalArgumentException none) {
            violations.add("problemId", "there is no such problem");
            return null;
        }
    }

    /** Null where it is absent or (noted) unreadable. */
    Instant due(ZoneId zone, Violations violations) {
        if (due == null || due.isBlank()) {
            return null;
        }
        if (due.strip().length() > A_DATE) {
            return violations.instant("due", due);
        }
        try {
            LocalDate day = LocalDate.parse(due.strip());
            return violations.instant(
                    "due", day.plusDays(1).atStartOfDay(zone).toInstant().toString());
        } catch (DateTimeParseException unreadable) {
            violations.add("due", "must be a date such as 2026-04-30 or an instant such as 2026-04-30T15:00:00Z");
            return null;
        }
    }
}
