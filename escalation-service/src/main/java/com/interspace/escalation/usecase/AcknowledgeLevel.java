package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import com.interspace.escalation.climb.NothingToAcknowledge;
import com.interspace.escalation.climb.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody of the centre has taken over a level that was reached. A record: the ticket climbs on as before. */
@ApplicationScoped
public class AcknowledgeLevel {

    private final TakeClimb takes;
    private final Climbs climbs;
    private final KeepClimbing keepClimbing;
    private final ReadEscalation reading;
    private final InstantSource time;

    @Inject
    AcknowledgeLevel(
            TakeClimb takes, Climbs climbs, KeepClimbing keepClimbing, ReadEscalation reading, InstantSource time) {
        this.takes = takes;
        this.climbs = climbs;
        this.keepClimbing = keepClimbing;
        this.reading = reading;
        this.time = time;
    }

    /**
     * The first acknowledgement of a level counts; a further one changes nothing. A ticket that has ended may be
     * acknowledged too, because the record is true.
     *
     * @throws NotFound when the ticket is unknown
     * @throws Invalid when the level or the name is impossible
     * @throws NothingToAcknowledge when the level was not reached
     * @throws Stale when something has happened since the caller read it
     */
    @Transactional
    public Escalation acknowledge(
            Caller caller, String ticketId, Acknowledgement request, Optional<Long> expectedVersion) {
        judge(request);
        Climb climb = takes.take(caller, ticketId, expectedVersion);
        int level = request.level() == null ? climb.level() : request.level();
        Step step = climbs.newestReached(ticketId, level).orElseThrow(() -> new NothingToAcknowledge(climb, level));
        String by = request.acknowledgedBy() == null ? caller.name() : request.acknowledgedBy();
        if (step.acknowledge(by, time.instant())) {
            keepClimbing.acknowledged(climb, step, caller.id());
        }
        return reading.of(climb);
    }

    private static void judge(Acknowledgement request) {
        Violations violations = new Violations();
        if (request.level() != null && request.level() < 1) {
            violations.add("level", "must be 1 or more");
        }
        if (request.acknowledgedBy() != null) {
            violations.required("acknowledgedBy", request.acknowledgedBy());
        }
        violations.atMost("acknowledgedBy", request.acknowledgedBy(), 100);
        violations.throwIfAny();
    }
}
