package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides where a ticket goes by itself, and the answers that follow from it.
 *
 * @param agesAtBreach the age at each breach that lifts, of the present cycle of the ticket
 * @param asked the highest level asked for by hand; 0 = none
 * @param dealtWith the highest level that was reached or passed over; nothing up to here fires again
 * @param zone in which the hours of persons are meant
 */
record Ascent(
        Ladder ladder,
        Priority priority,
        Footing footing,
        Age age,
        List<Duration> agesAtBreach,
        int asked,
        int dealtWith,
        ZoneId zone) {

    /**
     * Where a ticket lands.
     *
     * @param reached the level that it comes to stand on; 0 when nobody can be reached anywhere
     * @param dealtWith the highest level that has now been reached or passed over
     */
    record Landing(int reached, int dealtWith) {}

    int levelAt(Instant now) {
        return levelAt(age.at(now), agesAtBreach);
    }

    /** Whether age alone takes it as high as it is due. */
    boolean isOldEnough(Instant now) {
        return levelAt(age.at(now), List.of()) >= levelAt(now);
    }

    boolean isDue(Instant now) {
        return levelAt(now) > dealtWith;
    }

    /** Up to the next level with somebody reachable; failing that to the highest below that is still to come. */
    Landing landing(int due, Instant now) {
        int up = ladder.reachable(due, top(), now, zone);
        if (up > 0) {
            return new Landing(up, up);
        }
        for (int down = due - 1; down > dealtWith; down--) {
            if (ladder.reachable(down, down, now, zone) > 0) {
                return new Landing(down, due);
            }
        }
        return new Landing(0, due);
    }

    Optional<NextLevel> next(Instant now) {
        if (isDue(now)) {
            return Optional.of(new NextLevel(shown(levelAt(now), now), now));
        }
        Duration present = age.at(now);
        int top = ladder.topFor(priority);
        for (Level candidate : ladder.levels().subList(Math.min(dealtWith, top), top)) {
            Optional<Duration> after = candidate.ageFor(priority).filter(due -> due.compareTo(present) > 0);
            int due = ladder.manned(candidate.level(), top);
            if (after.isPresent() && due > dealtWith) {
                Instant at = age.reaches(after.get());
                return Optional.of(new NextLevel(shown(due, at), at));
            }
        }
        return Optional.empty();
    }

    private int shown(int due, Instant at) {
        int reached = landing(due, at).reached();
        return reached == 0 ? due : reached;
    }

    private int levelAt(Duration present, List<Duration> breaches) {
        return ClimbingRule.level(ladder, priority, footing, present, breaches, asked);
    }

    private int top() {
        return Math.max(ladder.topFor(priority), Math.max(asked, footing.level()));
    }
}
