package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.ticketing.usecase.AskAgain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Missing information has not come: the reporter is asked again, then an agent. */
@ApplicationScoped
class InformationOverdue implements TimerHandler {

    private final AskAgain again;

    @Inject
    InformationOverdue(AskAgain again) {
        this.again = again;
    }

    @Override
    public String kind() {
        return TicketTimers.INFORMATION;
    }

    @Override
    public void fire(String ticketId, Instant dueAt) {
        again.due(ticketId);
    }
}
