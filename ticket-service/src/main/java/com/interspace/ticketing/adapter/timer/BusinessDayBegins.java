package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.ticketing.usecase.DeferTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The next business day begins for a deferral. */
@ApplicationScoped
class BusinessDayBegins implements TimerHandler {

    private final DeferTicket defer;

    @Inject
    BusinessDayBegins(DeferTicket defer) {
        this.defer = defer;
    }

    @Override
    public String kind() {
        return TicketTimers.DEFERRAL;
    }

    @Override
    public void fire(String key, Instant dueAt) {
        defer.businessDayBegins(key);
    }
}
