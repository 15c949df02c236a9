package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: there is an open RFO for this ticket; names it. */
public final class AlreadyRequested extends Conflict {

    public AlreadyRequested(Rfo open) {
        super(
                "rfo-already-requested",
                "RFO already requested",
                "RFO " + open.number() + " is open for ticket " + open.ticketId() + ".",
                Map.of(
                        "rfoId", open.id().toString(),
                        "number", open.number(),
                        "currentStatus", open.status().toString()));
    }
}
