package com.interspace.rfo.outage;

import java.time.Instant;
import java.util.Map;

/**
 * A level that a ticket has reached or passed over.
 *
 * @param title the level's title; null = unknown
 * @param cause age, breach, customer or centre
 */
public record LevelChange(boolean skipped, Instant at, int level, String title, String cause) {

    private static final Map<String, String> CAUSES = Map.of(
            "age", "by the age of the ticket",
            "breach", "because a target was missed",
            "customer", "as the customer asked",
            "centre", "by the service centre");

    /** The words for the timeline; persons are not named. */
    public String told() {
        String name = "level " + level + (title == null ? "" : " (" + title + ")");
        return skipped
                ? "Escalation passed over " + name
                : "Escalated to " + name + " " + CAUSES.getOrDefault(cause, "by the service centre");
    }
}
