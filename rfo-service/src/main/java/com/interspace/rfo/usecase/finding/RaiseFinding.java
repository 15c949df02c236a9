package com.interspace.rfo.usecase.finding;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingEvent;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.finding.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Writes down that a risk was found, and tells of it. Whether it is a new one is for the caller to know. */
@ApplicationScoped
public class RaiseFinding {

    /** So many pieces of evidence travel with an event, and are read with a finding. */
    static final int MOST_EVIDENCE = 200;

    private final Findings findings;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    RaiseFinding(Findings findings, Outbox outbox, InstantSource time) {
        this.findings = findings;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * @param evidence at least one piece, oldest first
     * @param problemId the problem that it is about; null = none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Finding raise(
            FindingKind kind,
            Subject subject,
            String about,
            String sentence,
            Measure measure,
            List<Evidence> evidence,
            UUID problemId) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant first = evidence.get(0).at();
        Instant last = evidence.get(evidence.size() - 1).at();
        Finding finding = Finding.raised(kind, subject, about, sentence, measure, first, last, now);
        if (problemId != null) {
            finding.leadTo(problemId);
        }
        findings.add(finding);
        findings.add(finding.id(), evidence);
        outbox.append(FindingEvent.raised(finding, evidence, now));
        return finding;
    }
}
