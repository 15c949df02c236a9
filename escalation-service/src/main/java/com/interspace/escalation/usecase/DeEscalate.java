package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.NotYet;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Ground;
import com.interspace.escalation.climb.HasEnded;
import com.interspace.escalation.climb.StandsLower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The centre takes a ticket down: a new cycle begins on the level chosen, the age goes on. */
@ApplicationScoped
public class DeEscalate {

    private final TakeClimb takes;
    private final KeepClimbing keepClimbing;
    private final ReadEscalation reading;
    private final InstantSource time;

    @Inject
    DeEscalate(TakeClimb takes, KeepClimbing keepClimbing, ReadEscalation reading, InstantSource time) {
        this.takes = takes;
        this.keepClimbing = keepClimbing;
        this.reading = reading;
        this.time = time;
    }

    /**
     * To the level where it stands changes nothing.
     *
     * @throws NotFound when the ticket is unknown
     * @throws Invalid when the request is incomplete, or nobody is on the level
     * @throws HasEnded when the ticket is not open
     * @throws NotYet when the ticket's service is not known here yet
     * @throws StandsLower when the level lies above the present one
     * @throws Stale when something has happened since the caller read it
     */
    @Transactional
    public Escalation deEscalate(Caller caller, String ticketId, LowerRequest request, Optional<Long> expectedVersion) {
        Violations violations = new Violations();
        Integer level = violations.required("level", request.level());
        if (level != null && level < 0) {
            violations.add("level", "must be 0 or more");
        }
        Ground ground = new DeskOrder(request.reason(), request.requestedBy()).judged(caller, violations);
        violations.throwIfAny();
        Climb climb = takes.take(caller, ticketId, expectedVersion);
        HasEnded.refuse(climb);
        takes.refuseWithoutMatrix(climb);
        if (level > climb.level()) {
            throw new StandsLower(climb, level);
        }
        if (level < climb.level()) {
            takeDown(climb, level, ground);
        }
        return reading.of(climb);
    }

    private void takeDown(Climb climb, int level, Ground ground) {
        if (!climb.mayStandOn(level)) {
            throw new Invalid("level", "must be 0 or a level with somebody on it; level " + level + " is left out");
        }
        Instant now = time.instant();
        keepClimbing.took(climb, List.of(climb.deEscalate(level, ground, now)), now);
    }
}
