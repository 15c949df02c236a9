package com.interspace.escalation.climb;

import java.util.List;
import java.util.Optional;

/** Tells the other services about climbs, in the transaction of the change. */
public interface ClimbAnnouncements {

    /** One event for each step. */
    void climbed(Climb climb, List<Step> steps, Optional<NextLevel> next);

    /** @param by the id of the caller who wrote it down */
    void acknowledged(Climb climb, Step step, String by, Optional<NextLevel> next);
}
