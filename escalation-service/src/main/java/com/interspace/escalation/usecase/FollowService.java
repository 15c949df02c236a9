package com.interspace.escalation.usecase;

import com.interspace.escalation.climb.Climbs;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.ServiceState;
import com.interspace.escalation.matrix.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Ticket-service tells of a service: its first matrix is issued, and tickets that were waiting for it find it. */
@ApplicationScoped
public class FollowService {

    private final Services services;
    private final Matrices matrices;
    private final IssueMatrix issue;
    private final Climbs climbs;
    private final KeepClimbing keepClimbing;
    private final InstantSource time;

    @Inject
    FollowService(
            Services services,
            Matrices matrices,
            IssueMatrix issue,
            Climbs climbs,
            KeepClimbing keepClimbing,
            InstantSource time) {
        this.services = services;
        this.matrices = matrices;
        this.issue = issue;
        this.climbs = climbs;
        this.keepClimbing = keepClimbing;
        this.time = time;
    }

    /** An older state than the one known is not taken over; a matrix is issued once, however often this is told. */
    @Transactional
    public void follow(ServiceState state) {
        services.keepTicketsOut(state.serviceId());
        KnownService service = services.locked(state.serviceId(), Optional.empty())
                .map(known -> updated(known, state))
                .orElseGet(() -> added(state));
        if (service.awaitsFirstMatrix()) {
            Matrix template = matrices.templateInForce(service.tier(), time.instant());
            issue.issue(service, template.ladder(), service.matrixSince());
        }
        matrices.newest(service.serviceId())
                .filter(service::hasChangedHandsSince)
                .ifPresent(newest -> issueToNewAccount(service, newest, state.at()));
        climbs.waitingFor(state.serviceId()).forEach(keepClimbing::takeUp);
    }

    /** The levels stay; number, account and document are new, and what the old account holds stays its own. */
    private void issueToNewAccount(KnownService service, Matrix newest, Instant movedAt) {
        Matrix present = matrices.inForce(service.serviceId(), movedAt).orElse(newest);
        issue.issue(service, present.ladder(), movedAt);
    }

    private static KnownService updated(KnownService known, ServiceState state) {
        known.follow(state);
        return known;
    }

    private KnownService added(ServiceState state) {
        KnownService service = KnownService.firstHeardOf(state);
        services.add(service);
        return service;
    }
}
