package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the ticket has ended, or stands still while it waits. */
public final class NotClimbing extends Conflict {

    public NotClimbing(Climb climb) {
        super(
                "escalation-not-climbing",
                "Not climbing",
                climb.isEnded()
                        ? "The ticket is " + climb.status() + "; only an open ticket can be escalated."
                        : "The ticket is " + climb.status()
                                + " and its clocks stand still; it can be escalated once they run.",
                Map.of(
                        "ticketStatus",
                        climb.status(),
                        "paused",
                        !climb.isEnded(),
                        "asOf",
                        climb.asOf().toString()));
    }
}
