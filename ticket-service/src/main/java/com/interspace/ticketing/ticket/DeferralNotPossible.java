package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: this ticket cannot wait, or not as asked; the detail says why. */
public final class DeferralNotPossible extends Conflict {

    DeferralNotPossible(Ticket ticket, String why) {
        super(
                "deferral-not-possible",
                "Deferral not possible",
                why,
                Map.of(
                        "currentStatus", ticket.status().toString(),
                        "impact", ticket.impact().toString(),
                        "deferral", ticket.deferral().state().toString()));
    }
}
