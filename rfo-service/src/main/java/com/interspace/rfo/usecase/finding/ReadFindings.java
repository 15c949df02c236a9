package com.interspace.rfo.usecase.finding;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.Findings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What the centre looks up of findings; customers see none. */
@ApplicationScoped
public class ReadFindings {

    private final Findings findings;

    @Inject
    ReadFindings(Findings findings) {
        this.findings = findings;
    }

    /** @throws NotFound if there is none */
    @Transactional
    public FindingReading read(UUID id) {
        Finding finding = findings.byId(id).orElseThrow(() -> new NotFound("finding", id.toString()));
        return new FindingReading(finding, findings.evidenceOf(id, RaiseFinding.MOST_EVIDENCE));
    }

    /**
     * @param after where the list goes on; null = from the newest
     * @param limit rows of the page
     */
    @Transactional
    public Page<Finding> list(Findings.Filter filter, Cursor after, int limit) {
        return Page.of(findings.list(filter, after, limit + 1), limit, Findings::after);
    }

    @Transactional
    public long count(Findings.Filter filter) {
        return findings.count(filter);
    }
}
