package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: an RFO does not go from here to there; names where it stands and where it may go. */
public final class MoveRefused extends Conflict {

    MoveRefused(RfoStatus from, RfoStatus to) {
        super(
                "transition-not-allowed",
                "Transition not allowed",
                "The RFO is " + from + " and cannot become " + to + ".",
                Map.of(
                        "currentStatus",
                        from.toString(),
                        "allowedStatuses",
                        from.next().stream().map(RfoStatus::toString).toList()));
    }
}
