package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.ticketing.usecase.WatchClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A resolved ticket has waited long enough for an objection. */
@ApplicationScoped
class SilenceOver implements TimerHandler {

    private final WatchClocks watch;

    @Inject
    SilenceOver(WatchClocks watch) {
        this.watch = watch;
    }

    @Override
    public String kind() {
        return TicketTimers.CLOSE;
    }

    @Override
    public void fire(String ticketId, Instant dueAt) {
        watch.silenceOver(ticketId);
    }
}
