package com.interspace.chassis.timer;

import java.time.Instant;
import java.util.List;

/** What happens when a timer of one kind is due. */
public interface TimerHandler {

    /** The kind that this handler answers for; one handler a kind. */
    String kind();

    /**
     * Runs in the transaction that takes the timer away. The timer is gone afterwards unless this method arms it
     * again. Checks for itself whether what was planned is still right. Throwing undoes everything; the timer is
     * then tried again later and set aside in the end.
     *
     * @param dueAt the instant it was armed for, now or in the past
     */
    void fire(String key, Instant dueAt);

    /**
     * The same for all timers of this kind in a batch, the oldest first. A handler that can read or write for many at once
     * what {@link #fire} does for one says so here; when it throws, they are fired one by one.
     */
    default void fireAll(List<DueTimer> batch) {
        batch.forEach(timer -> timer.fire(() -> fire(timer.key(), timer.dueAt())));
    }
}
