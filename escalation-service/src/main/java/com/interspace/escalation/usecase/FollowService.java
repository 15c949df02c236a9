package com.interspace.escalation.usecase;

import com.interspace.escalation.climb.Climbs;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.ServiceState;
import com.interspace.escalation.matrix.Services;
import com.interspace.escalation.matrix.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Ticket-service tells of a service: its first matrix is issued, and tickets that were waiting for it find it. */
@ApplicationScoped
public class FollowService {

    private final Services services;
    private final Templates templates;
    private final IssueMatrix issue;
    private final Climbs climbs;
    private final KeepClimbing keepClimbing;

    @Inject
    FollowService(Services services, Templates templates, IssueMatrix issue, Climbs climbs, KeepClimbing keepClimbing) {
        this.services = services;
        this.templates = templates;
        this.issue = issue;
        this.climbs = climbs;
        this.keepClimbing = keepClimbing;
    }

    /** An older state than the one known is not taken over; a matrix is issued once, however often this is told. */
    @Transactional
    public void follow(ServiceState state) {
        services.keepTicketsOut(state.serviceId());
        KnownService service = services.locked(state.serviceId(), Optional.empty())
                .map(known -> updated(known, state))
                .orElseGet(() -> added(state));
        if (service.awaitsFirstMatrix()) {
            Ladder ladder = templates.all().get(templates.nameFor(service.tier()));
            issue.issue(service, ladder, service.matrixSince());
        }
        climbs.waitingFor(state.serviceId()).forEach(keepClimbing::takeUp);
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
