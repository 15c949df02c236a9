package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the ticket is not open any more, so nothing can be ordered about its escalation. */
public final class HasEnded extends Conflict {

    private HasEnded(Climb climb) {
        super(
                "escalation-has-ended",
                "Has ended",
                "The ticket is " + climb.status() + "; only the escalation of an open ticket can be changed.",
                Map.of("ticketStatus", climb.status(), "asOf", climb.asOf().toString()));
    }

    /** @throws HasEnded when the ticket is resolved, closed, cancelled, rejected or merged */
    public static void refuse(Climb climb) {
        if (climb.isEnded()) {
            throw new HasEnded(climb);
        }
    }
}
