package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.ProposedMatrix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A manager writes the template of a product tier: where new contracts of that tier begin, and what tickets of services
 * without a contractual matrix climb. Contracts and tickets that exist keep what they have.
 */
@ApplicationScoped
public class ChangeTemplate {

    private final Matrices matrices;
    private final InstantSource time;

    @Inject
    ChangeTemplate(Matrices matrices, InstantSource time) {
        this.matrices = matrices;
        this.time = time;
    }

    /** The newest version of each, by tier. */
    @Transactional
    public List<Matrix> all() {
        return matrices.templates();
    }

    /** @throws NotFound when the tier has none of its own */
    @Transactional
    public Matrix read(String tier) {
        return matrices.newestTemplate(tier).orElseThrow(() -> new NotFound("escalation template", tier));
    }

    /**
     * Takes effect at once; the same template again changes nothing.
     *
     * @param expectedVersion the newest version as the caller knows it; empty = whichever it is
     * @throws Invalid when the template breaks a rule ({@link ProposedMatrix})
     * @throws Stale when another version is the newest
     */
    @Transactional
    public Matrix change(Caller caller, String tier, ProposedMatrix proposed, Optional<Long> expectedVersion) {
        Violations violations = new Violations();
        Ladder ladder = proposed.judged(violations);
        if (proposed.effectiveFrom() != null) {
            violations.add("effectiveFrom", "cannot be chosen: a template takes effect at once");
        }
        violations.throwIfAny();
        Optional<Matrix> newest = matrices.newestTemplate(tier);
        int version = newest.map(Matrix::version).orElse(0);
        if (expectedVersion.filter(expected -> expected != version).isPresent()) {
            throw new Stale(version);
        }
        if (newest.filter(present -> present.ladder().equals(ladder)).isPresent()) {
            return newest.get();
        }
        Instant now = time.instant();
        if (!matrices.addTemplate(tier, version + 1, now, ladder, caller.id(), now)) {
            // Somebody has written it in this moment.
            return change(caller, tier, proposed, expectedVersion);
        }
        return read(tier);
    }
}
