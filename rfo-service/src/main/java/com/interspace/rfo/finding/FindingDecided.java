package com.interspace.rfo.finding;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: somebody has decided on the finding, and that stands. */
public final class FindingDecided extends Conflict {

    FindingDecided(FindingState state) {
        super(
                "finding-decided",
                "Finding decided",
                "The finding is " + state + " and stays so; what comes later makes a new one.",
                Map.of(
                        "currentState",
                        state.toString(),
                        "allowedStates",
                        state.next().stream().map(FindingState::toString).toList()));
    }
}
