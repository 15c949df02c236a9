package com.interspace.rfo.problem;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: a problem does not go from here to there; names where it stands and where it may go. */
public final class ProblemMoveRefused extends Conflict {

    ProblemMoveRefused(ProblemStatus from, ProblemStatus to) {
        super(
                "transition-not-allowed",
                "Transition not allowed",
                "The problem is " + from + " and cannot become " + to + ".",
                Map.of(
                        "currentStatus",
                        from.toString(),
                        "allowedStatuses",
                        from.next().stream().map(ProblemStatus::toString).toList()));
    }
}
