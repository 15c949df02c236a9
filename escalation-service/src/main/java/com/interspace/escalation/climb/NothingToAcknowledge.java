package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the ticket has not reached the level that somebody wants to acknowledge. */
public final class NothingToAcknowledge extends Conflict {

    public NothingToAcknowledge(Climb climb, int level) {
        super(
                "escalation-nothing-to-acknowledge",
                "Nothing to acknowledge",
                "Level " + level + " was not reached; the ticket stands on level " + climb.level() + ".",
                Map.of("level", climb.level(), "wanted", level));
    }
}
