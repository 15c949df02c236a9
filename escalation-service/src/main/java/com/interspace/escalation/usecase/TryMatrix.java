package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.ProposedMatrix;
import com.interspace.escalation.matrix.Services;
import com.interspace.escalation.rehearsal.PastTicket;
import com.interspace.escalation.rehearsal.PastTickets;
import com.interspace.escalation.rehearsal.Rehearsal;
import com.interspace.escalation.rehearsal.WhatIf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A manager tries a draft matrix on the past tickets of a service before it takes effect. Changes nothing. */
@ApplicationScoped
public class TryMatrix {

    private static final Duration USUAL_PERIOD = Duration.ofDays(90);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);
    private static final int MOST_TICKETS = 500;

    private final Services services;
    private final PastTickets pastTickets;
    private final InstantSource time;

    @Inject
    TryMatrix(Services services, PastTickets pastTickets, InstantSource time) {
        this.services = services;
        this.pastTickets = pastTickets;
        this.time = time;
    }

    private record Period(Instant from, Instant to) {}

    /**
     * @throws NotFound when there is no such service
     * @throws Invalid when the draft breaks a rule ({@link ProposedMatrix}) or the period is impossible
     */
    @Transactional
    public WhatIf tryOut(Caller caller, String serviceId, TrialRequest request) {
        KnownService service =
                services.find(serviceId, caller.accountScope()).orElseThrow(() -> new NotFound("service", serviceId));
        Violations violations = new Violations();
        Ladder ladder = new ProposedMatrix(null, request.levels()).judged(violations);
        Period period = period(request, violations);
        violations.throwIfAny();
        List<PastTicket> found = pastTickets.openedBetween(serviceId, period.from(), period.to(), MOST_TICKETS + 1);
        List<PastTicket> tickets = found.subList(0, Math.min(found.size(), MOST_TICKETS));
        Matrix draft = Matrix.ofService(serviceId, service.account(), 1, Instant.EPOCH, ladder, period.to());
        List<WhatIf.Played> played = tickets.stream()
                .filter(PastTicket::isWhole)
                .map(ticket -> new WhatIf.Played(ticket, Rehearsal.of(ticket, draft, service.zone(), period.to())))
                .toList();
        return new WhatIf(
                serviceId,
                period.from(),
                period.to(),
                tickets.size() - played.size(),
                found.size() > MOST_TICKETS,
                played);
    }

    private Period period(TrialRequest request, Violations violations) {
        Instant now = time.instant();
        Instant saidTo = violations.instant("to", request.to());
        Instant to = saidTo == null ? now : saidTo;
        Instant saidFrom = violations.instant("from", request.from());
        Instant from = saidFrom == null ? to.minus(USUAL_PERIOD) : saidFrom;
        if (to.isAfter(now)) {
            violations.add("to", "must not lie in the future");
        }
        if (!from.isBefore(to)) {
            violations.add("from", "must lie before to");
        } else if (Duration.between(from, to).compareTo(LONGEST_PERIOD) > 0) {
            violations.add("from", "must lie at most " + LONGEST_PERIOD.toDays() + " days before to");
        }
        return new Period(from, to);
    }
}
