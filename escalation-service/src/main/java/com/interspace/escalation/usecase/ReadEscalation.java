package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Somebody reads how far a ticket has been escalated. */
@ApplicationScoped
public class ReadEscalation {

    private final Climbs climbs;
    private final InstantSource time;

    @Inject
    ReadEscalation(Climbs climbs, InstantSource time) {
        this.climbs = climbs;
        this.time = time;
    }

    /** @throws NotFound when the ticket is unknown, foreign, or its events have not arrived here yet */
    @Transactional
    public Escalation read(Caller caller, String ticketId) {
        return of(climbs.find(ticketId, caller.accountScope()).orElseThrow(() -> new NotFound("ticket", ticketId)));
    }

    Escalation of(Climb climb) {
        return new Escalation(climb, climb.next(time.instant()), climbs.history(climb.ticketId()));
    }
}
