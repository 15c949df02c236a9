package com.interspace.escalation.usecase;

import com.interspace.chassis.timer.Timers;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.ClimbAlarms;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What everything that touches a climb ends with: its matrix is pinned, its steps are told, its one timer is set. */
@ApplicationScoped
public class KeepClimbing {

    static final String TIMER = "climb";

    private final Climbs climbs;
    private final Services services;
    private final Matrices matrices;
    private final ClimbAnnouncements announcements;
    private final ClimbAlarms alarms;
    private final Timers timers;
    private final InstantSource time;

    @Inject
    KeepClimbing(
            Climbs climbs,
            Services services,
            Matrices matrices,
            ClimbAnnouncements announcements,
            ClimbAlarms alarms,
            Timers timers,
            InstantSource time) {
        this.climbs = climbs;
        this.services = services;
        this.matrices = matrices;
        this.announcements = announcements;
        this.alarms = alarms;
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
        pinIfItWaits(climb);
        setTimer(climb, time.instant());
    }

    private void pinIfItWaits(Climb climb) {
        if (climb.awaitsMatrix()) {
            inForceAtOpening(climb).ifPresent(matrix -> climb.pinTo(matrix, zoneOf(climb)));
        }
    }

    /** Writes the steps down, tells of them, and sets the timer for what comes next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void took(Climb climb, List<Step> steps, Instant now) {
        record(climb, steps, now);
        setTimer(climb, now);
    }

    /**
     * Climbs as far as is due, if anything is. Its timer has just been taken away.
     *
     * @return what comes next, for which the caller sets the timer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<NextLevel> climbed(Climb climb, Instant now) {
        pinIfItWaits(climb);
        if (climb.isDue(now)) {
            record(climb, climb.climb(now), now);
        }
        return climb.next(now);
    }

    private void record(Climb climb, List<Step> steps, Instant now) {
        steps.forEach(climbs::add);
        steps.stream().filter(Step::isAlarming).forEach(alarms::nobodyReachable);
        announcements.climbed(climb, steps, climb.next(now));
    }

    /**
     * Tells that a level was taken over.
     *
     * @param by the id of the caller who wrote it down
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void acknowledged(Climb climb, Step step, String by) {
        climb.acknowledged();
        announcements.acknowledged(climb, step, by, climb.next(time.instant()));
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
            return Optional.of(matrices.templateInForce(Templates.USUAL, climb.createdAt()));
        }
        return services.find(climb.serviceId()).map(service -> contractual(service, climb)
                .orElseGet(() -> matrices.templateInForce(service.tier(), climb.createdAt())));
    }

    private ZoneId zoneOf(Climb climb) {
        return Optional.ofNullable(climb.serviceId())
                .flatMap(services::find)
                .map(KnownService::zone)
                .orElse(KnownService.USUAL_ZONE);
    }

    private Optional<Matrix> contractual(KnownService service, Climb climb) {
        return service.hasContractualMatrix()
                ? matrices.inForce(service.serviceId(), climb.createdAt())
                : Optional.empty();
    }
}
