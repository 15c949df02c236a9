package com.interspace.escalation.usecase;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.chassis.timer.Timers;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The time for a ticket's next level has come: looks again at everything, then climbs to the highest level due. */
@ApplicationScoped
public class ClimbWhenDue implements TimerHandler {

    private final Climbs climbs;
    private final KeepClimbing keepClimbing;
    private final Timers timers;
    private final InstantSource time;

    @Inject
    ClimbWhenDue(Climbs climbs, KeepClimbing keepClimbing, Timers timers, InstantSource time) {
        this.climbs = climbs;
        this.keepClimbing = keepClimbing;
        this.timers = timers;
        this.time = time;
    }

    @Override
    public String kind() {
        return KeepClimbing.TIMER;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void fire(String ticketId, Instant dueAt) {
        Optional<Climb> free = climbs.lockedIfFree(ticketId);
        if (free.isEmpty()) {
            // Somebody is moving it and waits for this timer's row: to wait for him in turn would never end.
            timers.arm(kind(), ticketId, dueAt);
            return;
        }
        Instant now = time.instant();
        Climb climb = free.get();
        if (climb.isDue(now)) {
            keepClimbing.took(climb, climb.climb(now), now);
        } else {
            keepClimbing.goOn(climb);
        }
    }
}
