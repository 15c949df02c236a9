package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.ticketing.usecase.CarryToChildren;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The end of a wider fault is due at one of its children. */
@ApplicationScoped
class ResolutionReachesChild implements TimerHandler {

    private final CarryToChildren children;

    @Inject
    ResolutionReachesChild(CarryToChildren children) {
        this.children = children;
    }

    @Override
    public String kind() {
        return TicketTimers.CARRY_RESOLUTION;
    }

    @Override
    public void fire(String key, Instant dueAt) {
        children.resolution(key);
    }
}
