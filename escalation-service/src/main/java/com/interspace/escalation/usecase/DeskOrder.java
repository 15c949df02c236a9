package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.climb.Cause;
import com.interspace.escalation.climb.Ground;

/**
 * What the centre orders about a climb, as it was written down, not yet believed.
 *
 * @param reason why, 1 to 500 characters
 * @param requestedBy who wants it, at most 100 characters; null = the caller himself
 */
public record DeskOrder(String reason, String requestedBy) {

    /** The order, to be used only if {@code violations} has stayed empty. */
    Ground judged(Caller caller, Violations violations) {
        violations.required("reason", reason);
        violations.atMost("reason", reason, 500);
        violations.atMost("requestedBy", requestedBy, 100);
        boolean himself = requestedBy == null || requestedBy.isBlank();
        return new Ground(Cause.CENTRE, reason, himself ? caller.name() : requestedBy, caller.id(), null);
    }
}
