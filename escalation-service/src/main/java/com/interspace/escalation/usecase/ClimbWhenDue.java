package com.interspace.escalation.usecase;

import com.interspace.chassis.timer.DueTimer;
import com.interspace.chassis.timer.TimerHandler;
import com.interspace.chassis.timer.Timers;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        fireAll(List.of(new DueTimer(kind(), ticketId, dueAt)));
    }

    /** Whole cities may go dark at once: what is read and set for one climb is read and set for all of a batch. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void fireAll(List<DueTimer> batch) {
        Instant now = time.instant();
        Map<String, Climb> free = climbs
                .lockedIfFree(batch.stream().map(DueTimer::key).toList())
                .stream()
                .collect(Collectors.toMap(Climb::ticketId, Function.identity()));
        Map<String, Instant> next = new LinkedHashMap<>();
        for (DueTimer due : batch) {
            Climb climb = free.get(due.key());
            if (climb == null) {
                // Somebody is moving it and waits for this timer's row: to wait for him in turn would never end.
                next.put(due.key(), due.dueAt());
            } else {
                due.fire(() -> keepClimbing.climbed(climb, now).ifPresent(level -> next.put(due.key(), level.dueAt())));
            }
        }
        timers.armAll(kind(), next);
    }
}
