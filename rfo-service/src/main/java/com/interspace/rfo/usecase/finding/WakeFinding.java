package com.interspace.rfo.usecase.finding;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.timer.TimerHandler;
import com.interspace.rfo.finding.FindingEvent;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.report.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Opens a finding again whose rest is over. */
@ApplicationScoped
public class WakeFinding implements TimerHandler {

    static final String KIND = "finding-wake";

    private final Findings findings;
    private final Outbox outbox;

    @Inject
    public WakeFinding(Findings findings, Outbox outbox) {
        this.findings = findings;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String findingId, Instant dueAt) {
        UUID id = UUID.fromString(findingId);
        findings.locked(id)
                .filter(finding -> finding.wake(dueAt))
                .ifPresent(finding -> outbox.append(FindingEvent.decided(
                        finding, findings.evidenceOf(id, RaiseFinding.MOST_EVIDENCE), Person.SYSTEM, dueAt)));
    }
}
