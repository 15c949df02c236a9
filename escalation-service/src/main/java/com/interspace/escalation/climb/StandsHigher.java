package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the level asked for lies below the one where the ticket stands. */
public final class StandsHigher extends Conflict {

    public StandsHigher(Climb climb, int wanted) {
        super(
                "escalation-stands-higher",
                "Stands higher",
                "The ticket stands on level " + climb.level() + " already; asking cannot take it down to " + wanted
                        + ".",
                Map.of("level", climb.level(), "wanted", wanted));
    }
}
