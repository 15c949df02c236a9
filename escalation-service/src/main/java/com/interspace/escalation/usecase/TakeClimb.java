package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.NotYet;
import com.interspace.chassis.refusal.Stale;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Whoever moves a climb by hand takes it into his hands first: seen by him, locked, and still as he read it. */
@ApplicationScoped
class TakeClimb {

    private final Climbs climbs;

    @Inject
    TakeClimb(Climbs climbs) {
        this.climbs = climbs;
    }

    /**
     * @param expectedVersion as the caller read it; empty = whichever it is
     * @throws NotFound when the ticket is unknown or foreign
     * @throws Stale when something has happened since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Climb take(Caller caller, String ticketId, Optional<Long> expectedVersion) {
        Climb climb =
                climbs.locked(ticketId, caller.accountScope()).orElseThrow(() -> new NotFound("ticket", ticketId));
        if (expectedVersion.filter(version -> version != climb.version()).isPresent()) {
            throw new Stale(climb.version());
        }
        return climb;
    }

    /** @throws NotYet while the ticket's service, and with it its matrix, is not known here */
    void refuseWithoutMatrix(Climb climb) {
        if (climb.awaitsMatrix()) {
            throw new NotYet(
                    "service-not-known-yet",
                    "Service not known yet",
                    "The ticket's service is not known here yet; please try again in a moment.",
                    climb.asOf());
        }
    }
}
