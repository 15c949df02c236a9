package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Ground;
import com.interspace.escalation.climb.HasEnded;
import com.interspace.escalation.climb.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The centre stops a ticket from climbing by itself, and lets it go on; by hand it may be escalated all the time. What
 * was due meanwhile is made up for at once. A reopening ends a suspension too.
 */
@ApplicationScoped
public class SuspendClimbing {

    private final TakeClimb takes;
    private final KeepClimbing keepClimbing;
    private final ReadEscalation reading;
    private final InstantSource time;

    @Inject
    SuspendClimbing(TakeClimb takes, KeepClimbing keepClimbing, ReadEscalation reading, InstantSource time) {
        this.takes = takes;
        this.keepClimbing = keepClimbing;
        this.reading = reading;
        this.time = time;
    }

    /**
     * Suspending what is suspended changes nothing.
     *
     * @throws NotFound when the ticket is unknown
     * @throws Invalid when the order is incomplete
     * @throws HasEnded when the ticket is not open
     * @throws Stale when something has happened since the caller read it
     */
    @Transactional
    public Escalation suspend(Caller caller, String ticketId, DeskOrder order, Optional<Long> expectedVersion) {
        return change(caller, ticketId, order, expectedVersion, true);
    }

    /**
     * Resuming what is not suspended changes nothing.
     *
     * @throws NotFound as {@link #suspend}, and so all the others
     */
    @Transactional
    public Escalation resume(Caller caller, String ticketId, DeskOrder order, Optional<Long> expectedVersion) {
        return change(caller, ticketId, order, expectedVersion, false);
    }

    private Escalation change(
            Caller caller, String ticketId, DeskOrder order, Optional<Long> expectedVersion, boolean suspended) {
        Violations violations = new Violations();
        Ground ground = order.judged(caller, violations);
        violations.throwIfAny();
        Climb climb = takes.take(caller, ticketId, expectedVersion);
        HasEnded.refuse(climb);
        if (climb.isSuspended() != suspended) {
            Instant now = time.instant();
            Step step = suspended ? climb.suspend(ground, now) : climb.resume(ground, now);
            keepClimbing.took(climb, List.of(step), now);
        }
        return reading.of(climb);
    }
}
