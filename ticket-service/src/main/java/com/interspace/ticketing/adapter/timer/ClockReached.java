package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.ticketing.usecase.WatchClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A clock has reached a threshold. */
@ApplicationScoped
class ClockReached implements TimerHandler {

    private final WatchClocks watch;

    @Inject
    ClockReached(WatchClocks watch) {
        this.watch = watch;
    }

    @Override
    public String kind() {
        return TicketTimers.CLOCK;
    }

    @Override
    public void fire(String ticketId, Instant dueAt) {
        watch.thresholdReached(ticketId);
    }
}
