package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.Timers;
import com.interspace.ticketing.ticket.Reminders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Reminders as timers of the chassis. */
@ApplicationScoped
class TicketTimers implements Reminders {

    static final String CLOCK = "ticket-clock";
    static final String CLOSE = "ticket-close";
    static final String INFORMATION = "ticket-information";
    static final String DEFERRAL = "ticket-deferral";
    static final String CARRY_NOTE = "ticket-carry-note";
    static final String CARRY_RESOLUTION = "ticket-carry-resolution";

    private final Timers timers;

    @Inject
    TicketTimers(Timers timers) {
        this.timers = timers;
    }

    @Override
    public void clockAt(String ticketId, Instant at) {
        timers.arm(CLOCK, ticketId, at);
    }

    @Override
    public void noClock(String ticketId) {
        timers.disarm(CLOCK, ticketId);
    }

    @Override
    public void closeAt(String ticketId, Instant at) {
        timers.arm(CLOSE, ticketId, at);
    }

    @Override
    public void noClose(String ticketId) {
        timers.disarm(CLOSE, ticketId);
    }

    @Override
    public void informationAt(String ticketId, Instant at) {
        timers.arm(INFORMATION, ticketId, at);
    }

    @Override
    public void deferralAt(String ticketId, Instant at) {
        timers.arm(DEFERRAL, ticketId, at);
    }

    @Override
    public void carryNote(String childId, UUID noteId, Instant at) {
        timers.arm(CARRY_NOTE, childId + " " + noteId, at);
    }

    @Override
    public void carryResolution(String childId, Instant at) {
        timers.arm(CARRY_RESOLUTION, childId, at);
    }
}
