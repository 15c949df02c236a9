package com.interspace.escalation.usecase;

import com.interspace.chassis.timer.Timers;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.ClimbAnnouncements;
import com.interspace.escalation.climb.Climbs;
import com.interspace.escalation.climb.NextLevel;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Services;
import com.interspace.escalation.matrix.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What everything that touches a climb ends with: its matrix is pinned, its steps are told, its one timer is set. */
@ApplicationScoped
public class KeepClimbing {

    static final String TIMER = "climb";

    private final Climbs climbs;
    private final Services services;
    private final Matrices matrices;
    private final Templates templates;
    private final ClimbAnnouncements announcements;
    private final Timers timers;
    private final InstantSource time;

    @Inject
    KeepClimbing(
            Climbs climbs,
            Services services,
            Matrices matrices,
            Templates templates,
            ClimbAnnouncements announcements,
            Timers timers,
            InstantSource time) {
        this.climbs = climbs;
        this.services = services;
        this.matrices = matrices;
        this.templates = templates;
        this.announcements = announcements;
        this.timers = timers;
        this.time = time;
    }

    /** A ticket that was waiting for its service goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeUp(String ticketId) {
        climbs.locked(ticketId, Optional.empty()).ifPresent(this::goOn);
    }

    /** Pins the matrix if that is still to be done, and sets the timer for what comes next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOn(Climb climb) {
        if (climb.awaitsMatrix()) {
            inForceAtOpening(climb).ifPresent(climb::pinTo);
        }
        setTimer(climb, time.instant());
    }

    /** Writes the steps down, tells of them, and sets the timer for what comes next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void took(Climb climb, List<Step> steps, Instant now) {
        steps.forEach(climbs::add);
        announcements.climbed(climb, steps, climb.next(now));
        setTimer(climb, now);
    }

    private void setTimer(Climb climb, Instant now) {
        Optional<NextLevel> next = climb.next(now);
        if (next.isPresent()) {
            timers.arm(TIMER, climb.ticketId(), next.get().dueAt());
        } else {
            timers.disarm(TIMER, climb.ticketId());
        }
    }

    /** Empty while the service is not known yet. */
    private Optional<Matrix> inForceAtOpening(Climb climb) {
        if (climb.serviceId() == null) {
            return matrices.internalInForce(Templates.USUAL, climb.createdAt());
        }
        return services.find(climb.serviceId()).flatMap(service -> contractual(service, climb)
                .or(() -> matrices.internalInForce(templates.nameFor(service.tier()), climb.createdAt())));
    }

    private Optional<Matrix> contractual(KnownService service, Climb climb) {
        return service.hasContractualMatrix()
                ? matrices.inForce(service.serviceId(), climb.createdAt())
                : Optional.empty();
    }
}
