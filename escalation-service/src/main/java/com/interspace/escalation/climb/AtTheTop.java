package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: there is no higher level that the ticket could go to. */
public final class AtTheTop extends Conflict {

    public AtTheTop(Climb climb) {
        super(
                "escalation-at-the-top",
                "At the top",
                "The ticket stands on level " + climb.level() + "; there is no higher one for it.",
                Map.of("level", climb.level(), "cycle", climb.cycle()));
    }
}
