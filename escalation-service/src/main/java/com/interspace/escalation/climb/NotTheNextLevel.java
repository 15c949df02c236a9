package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: a customer expects to reach a level that is further up than the next one. */
public final class NotTheNextLevel extends Conflict {

    public NotTheNextLevel(Climb climb, int next) {
        super(
                "escalation-not-the-next-level",
                "Not the next level",
                "The ticket stands on level " + climb.level() + "; the next one is " + next + ".",
                Map.of("level", climb.level(), "nextLevel", next));
    }
}
