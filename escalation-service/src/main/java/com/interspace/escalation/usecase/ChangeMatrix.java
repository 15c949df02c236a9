package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.document.Documents;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.NoContractualMatrix;
import com.interspace.escalation.matrix.ProposedMatrix;
import com.interspace.escalation.matrix.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A manager writes the next version of a service's matrix. Tickets that are open keep the version they have. */
@ApplicationScoped
public class ChangeMatrix {

    private final Services services;
    private final Matrices matrices;
    private final Documents documents;
    private final IssueMatrix issue;
    private final InstantSource time;

    @Inject
    ChangeMatrix(Services services, Matrices matrices, Documents documents, IssueMatrix issue, InstantSource time) {
        this.services = services;
        this.matrices = matrices;
        this.documents = documents;
        this.issue = issue;
        this.time = time;
    }

    /**
     * Issues the next version and its document; the same matrix again changes nothing and issues nothing.
     *
     * @param expectedVersion the newest version as the caller knows it; empty = whichever it is
     * @throws Invalid when the matrix breaks a rule ({@link ProposedMatrix}) or should take effect in the past
     * @throws NotFound when there is no such service
     * @throws NoContractualMatrix when its contract has none
     * @throws Stale when another version is the newest
     */
    @Transactional
    public MatrixReading change(
            Caller caller, String serviceId, ProposedMatrix proposed, Optional<Long> expectedVersion) {
        KnownService service =
                services.locked(serviceId, caller.accountScope()).orElseThrow(() -> new NotFound("service", serviceId));
        Violations violations = new Violations();
        Ladder ladder = proposed.judged(violations);
        Instant effectiveFrom = effectiveFrom(proposed, violations);
        violations.throwIfAny();
        Matrix newest = newestOf(service);
        expectedVersion.filter(version -> version != newest.version()).ifPresent(stale -> {
            throw new Stale(newest.version());
        });
        if (isTheSame(newest, ladder, effectiveFrom)) {
            return new MatrixReading(
                    newest, documents.ofVersion(serviceId, newest.version()).orElseThrow());
        }
        return issue.issue(service, ladder, effectiveFrom == null ? time.instant() : effectiveFrom);
    }

    private Instant effectiveFrom(ProposedMatrix proposed, Violations violations) {
        Instant from = violations.instant("effectiveFrom", proposed.effectiveFrom());
        if (from != null && from.isBefore(time.instant())) {
            violations.add("effectiveFrom", "must not lie in the past");
        }
        return from;
    }

    private Matrix newestOf(KnownService service) {
        if (!service.hasContractualMatrix()) {
            throw new NoContractualMatrix(service.serviceId());
        }
        return matrices.newest(service.serviceId()).orElseThrow(() -> new NoContractualMatrix(service.serviceId()));
    }

    private boolean isTheSame(Matrix newest, Ladder ladder, Instant effectiveFrom) {
        boolean sameDate = effectiveFrom == null
                ? newest.isInForce(time.instant())
                : newest.effectiveFrom().equals(effectiveFrom);
        return sameDate && newest.ladder().equals(ladder);
    }
}
