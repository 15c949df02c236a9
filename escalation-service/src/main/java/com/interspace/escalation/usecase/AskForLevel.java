package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.NotYet;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.climb.AskingPolicy;
import com.interspace.escalation.climb.AtTheTop;
import com.interspace.escalation.climb.Cause;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Ground;
import com.interspace.escalation.climb.NotClimbing;
import com.interspace.escalation.climb.NotTheNextLevel;
import com.interspace.escalation.climb.Reason;
import com.interspace.escalation.climb.StandsHigher;
import com.interspace.escalation.climb.TooSoon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody asks that a ticket be escalated: the customer to the next level, the centre to any that is higher. */
@ApplicationScoped
public class AskForLevel {

    private final TakeClimb takes;
    private final KeepClimbing keepClimbing;
    private final ReadEscalation reading;
    private final AskingPolicy policy;
    private final InstantSource time;

    @Inject
    AskForLevel(
            TakeClimb takes,
            KeepClimbing keepClimbing,
            ReadEscalation reading,
            AskingPolicy policy,
            InstantSource time) {
        this.takes = takes;
        this.keepClimbing = keepClimbing;
        this.reading = reading;
        this.policy = policy;
        this.time = time;
    }

    /**
     * Nothing happens, and the escalation is answered as it stands, when the ticket has come to the expected or wanted
     * level already.
     *
     * @throws NotFound when the ticket is unknown or foreign
     * @throws Invalid when the request is incomplete or impossible
     * @throws NotClimbing when the ticket has ended or is paused
     * @throws NotYet when the ticket's service is not known here yet
     * @throws AtTheTop when there is no higher level
     * @throws TooSoon when a customer asks again too early
     * @throws NotTheNextLevel when a customer expects more than the next level
     * @throws StandsHigher when the centre asks for a lower level
     * @throws Stale when something has happened since the caller read it
     */
    @Transactional
    public Escalation ask(Caller caller, String ticketId, LevelRequest request, Optional<Long> expectedVersion) {
        Climb climb = takes.take(caller, ticketId, expectedVersion);
        if (caller.isCentre()) {
            askAsCentre(caller, climb, request);
        } else {
            askAsCustomer(caller, climb, request);
        }
        return reading.of(climb);
    }

    private void askAsCustomer(Caller caller, Climb climb, LevelRequest request) {
        Reason reason = judgedAsCustomer(request);
        if (request.expectedLevel() != null && climb.level() >= request.expectedLevel()) {
            return;
        }
        requireMoving(climb);
        int target = climb.levelAbove().orElseThrow(() -> new AtTheTop(climb));
        if (request.expectedLevel() != null && request.expectedLevel() > target) {
            throw new NotTheNextLevel(climb, target);
        }
        Instant now = time.instant();
        policy.check(climb.customerAskedAt(), now);
        Ground ground = new Ground(
                Cause.CUSTOMER, reason.toString(), caller.name(), caller.id(), climb.isBreached(reason.clock()));
        keepClimbing.took(climb, climb.climbByHand(target, ground, now), now);
    }

    private static Reason judgedAsCustomer(LevelRequest request) {
        Violations violations = new Violations();
        violations.required("reason", request.reason());
        Reason reason = violations.oneOf("reason", request.reason(), Reason.class);
        if (request.expectedLevel() != null && request.expectedLevel() < 1) {
            violations.add("expectedLevel", "must be 1 or more");
        }
        if (request.level() != null) {
            violations.add("level", "may be chosen by the service centre only; leave it out to ask for the next level");
        }
        violations.throwIfAny();
        return reason;
    }

    private void askAsCentre(Caller caller, Climb climb, LevelRequest request) {
        judgeAsCentre(request);
        requireMoving(climb);
        if (request.level() != null && request.level() > climb.height()) {
            throw new Invalid("level", "must be at most " + climb.height() + ", the highest level of its matrix");
        }
        if (request.level() != null && request.level() < climb.level()) {
            throw new StandsHigher(climb, request.level());
        }
        if (request.level() != null && request.level() == climb.level()) {
            return;
        }
        int target = (request.level() == null ? climb.levelAbove() : climb.levelFor(request.level()))
                .orElseThrow(() -> new AtTheTop(climb));
        Instant now = time.instant();
        Ground ground = new Ground(Cause.CENTRE, request.reason(), request.requestedBy(), caller.id(), null);
        keepClimbing.took(climb, climb.climbByHand(target, ground, now), now);
    }

    private static void judgeAsCentre(LevelRequest request) {
        Violations violations = new Violations();
        text(violations, "reason", request.reason(), 500);
        text(violations, "requestedBy", request.requestedBy(), 100);
        if (request.level() != null && request.level() < 1) {
            violations.add("level", "must be 1 or more");
        }
        violations.throwIfAny();
    }

    private static void text(Violations violations, String field, String value, int longest) {
        violations.required(field, value);
        violations.atMost(field, value, longest);
    }

    private void requireMoving(Climb climb) {
        if (!climb.isEnded()) {
            takes.refuseWithoutMatrix(climb);
        }
        if (!climb.isMoving()) {
            throw new NotClimbing(climb);
        }
    }
}
