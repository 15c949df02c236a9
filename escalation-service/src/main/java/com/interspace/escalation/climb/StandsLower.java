package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: a ticket is to be taken down to a level above the one where it stands. */
public final class StandsLower extends Conflict {

    public StandsLower(Climb climb, int wanted) {
        super(
                "escalation-stands-lower",
                "Stands lower",
                "The ticket stands on level " + climb.level() + "; it cannot be taken down to " + wanted + ".",
                Map.of("level", climb.level(), "wanted", wanted));
    }
}
