package com.interspace.escalation.usecase;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps the templates as versions of the centre's internal default, which tickets without a contractual matrix climb: a
 * release that changes a template begins a new version, and tickets that are open keep the old one. What a manager
 * wrote ({@link ChangeTemplate}) stays, whatever a release brings.
 */
@ApplicationScoped
public class KeepInternalDefault {

    private final Templates templates;
    private final Matrices matrices;
    private final InstantSource time;

    @Inject
    KeepInternalDefault(Templates templates, Matrices matrices, InstantSource time) {
        this.templates = templates;
        this.matrices = matrices;
        this.time = time;
    }

    @Transactional
    public void keep() {
        templates.all().forEach(this::keep);
    }

    private void keep(String template, Ladder ladder) {
        Optional<Matrix> newest = matrices.newestTemplate(template);
        Instant now = time.instant();
        if (newest.isEmpty()) {
            matrices.addTemplate(template, 1, Instant.EPOCH, ladder, null, now);
        } else if (!newest.get().isOfTheDesk() && !newest.get().ladder().equals(ladder)) {
            matrices.addTemplate(template, newest.get().version() + 1, now, ladder, null, now);
        }
    }
}
