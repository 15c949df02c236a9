package com.interspace.rfo.usecase.finding;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.timer.Timers;
import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingDecided;
import com.interspace.rfo.finding.FindingEvent;
import com.interspace.rfo.finding.FindingState;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.report.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A person of the centre confirms a finding, dismisses it, or lets it rest for a while. */
@ApplicationScoped
public class DecideFinding {

    private static final Duration LONGEST_REST = Duration.ofDays(90);

    private final Findings findings;
    private final Timers timers;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    DecideFinding(Findings findings, Timers timers, Outbox outbox, InstantSource time) {
        this.findings = findings;
        this.timers = timers;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * @param until for snoozed: within the next 90 days; otherwise null
     * @param comment may be null
     * @param expectedVersion the version that the caller has read; null = whichever stands
     * @throws NotFound if there is no such finding
     * @throws Stale if another version stands
     * @throws Invalid if it cannot rest until then
     * @throws FindingDecided if somebody has confirmed or dismissed it
     */
    @Transactional
    public FindingReading decide(
            UUID id, FindingState to, Instant until, String comment, Long expectedVersion, Caller caller) {
        Finding finding = findings.locked(id).orElseThrow(() -> new NotFound("finding", id.toString()));
        finding.expectVersion(expectedVersion);
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        if (to == FindingState.SNOOZED && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_REST)))) {
            throw new Invalid("until", "must lie within the next 90 days");
        }
        Person by = Person.of(caller);
        finding.decide(to, until, comment, by.name(), now);
        rest(finding);
        List<Evidence> evidence = findings.evidenceOf(id, RaiseFinding.MOST_EVIDENCE);
        outbox.append(FindingEvent.decided(finding, evidence, by, now));
        return new FindingReading(finding, evidence);
    }

    /** Confirms the finding because a problem was opened from it; one that is confirmed already only gets the problem. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ledTo(UUID problemId, Finding finding, Person by, Instant at) {
        if (finding.state() != FindingState.CONFIRMED) {
            finding.decide(FindingState.CONFIRMED, null, null, by.name(), at);
            rest(finding);
        }
        finding.leadTo(problemId);
        List<Evidence> evidence = findings.evidenceOf(finding.id(), RaiseFinding.MOST_EVIDENCE);
        outbox.append(FindingEvent.decided(finding, evidence, by, at));
    }

    private void rest(Finding finding) {
        String key = finding.id().toString();
        if (finding.snoozedUntil() == null) {
            timers.disarm(WakeFinding.KIND, key);
        } else {
            timers.arm(WakeFinding.KIND, key, finding.snoozedUntil());
        }
    }
}
