package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.util.Collection;

/**
 * The one rule by which tickets climb, a pure function of what is known:
 *
 * <pre>level = min(top, max(A(age), 1 + A(age just before each breach of response or repair), highest asked by hand))</pre>
 *
 * {@code A(age)} is the highest level whose age has passed for the ticket's priority since the cycle began, at least
 * the level where it began; {@code top} the highest level that its priority climbs to, or the one that the centre asked
 * for if that is higher. All in the present cycle, all by the matrix in force when the ticket was opened. The order in
 * which things became known does not matter, and a breach does not lift a ticket that already stands higher. When
 * nobody is on the level found, the next one upwards with somebody on it answers instead: an empty level is never
 * waited out. Climbing, what comes next and what-if all ask this one function.
 */
public final class ClimbingRule {

    private ClimbingRule() {}

    /**
     * @param footing where the cycle began
     * @param age the ticket's age now, pauses left out
     * @param agesAtBreach its age at each breach of response or repair
     * @param asked the highest level asked for by hand; 0 = none
     * @return the level where the ticket belongs; 0 = none yet
     */
    public static int level(
            Ladder ladder,
            Priority priority,
            Footing footing,
            Duration age,
            Collection<Duration> agesAtBreach,
            int asked) {
        int level = Math.max(reached(footing, ladder.reachedBy(priority, footing.since(), age)), asked);
        for (Duration ageAtBreach : agesAtBreach) {
            if (footing.counts(ageAtBreach)) {
                int before = ladder.reachedBefore(priority, footing.since(), ageAtBreach);
                level = Math.max(level, 1 + reached(footing, before));
            }
        }
        int top = Math.max(Math.max(ladder.topFor(priority), asked), footing.level());
        return level == 0 ? 0 : ladder.manned(Math.min(top, level), top);
    }

    private static int reached(Footing footing, int byAge) {
        return Math.max(footing.level(), byAge);
    }
}
