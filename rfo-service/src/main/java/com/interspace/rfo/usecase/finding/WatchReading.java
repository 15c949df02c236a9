package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.MaintenanceWindows;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.finding.Reading;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.SubjectKind;
import com.interspace.rfo.finding.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a reading of the monitoring in. One beyond its threshold is a finding; more of the same kind on the same service or
 * circuit within a day belong to it. A good one leaves no trace.
 */
@ApplicationScoped
public class WatchReading {

    private final Incidents incidents;
    private final Findings findings;
    private final MaintenanceWindows maintenance;
    private final RaiseFinding raise;

    @Inject
    WatchReading(Incidents incidents, Findings findings, MaintenanceWindows maintenance, RaiseFinding raise) {
        this.incidents = incidents;
        this.findings = findings;
        this.maintenance = maintenance;
        this.raise = raise;
    }

    @Transactional
    public void watch(String eventId, Reading reading) {
        if (!reading.isBad() || maintenance.cover(partsOf(reading), reading.observedAt())) {
            return;
        }
        incidents.lock(List.of(reading.subject()));
        Evidence evidence = Evidence.reading(eventId, reading);
        findings.current(FindingKind.DEGRADATION, reading.subject(), reading.kind(), reading.observedAt())
                .ifPresentOrElse(known -> join(known, reading, evidence), () -> raise(reading, evidence));
    }

    private void raise(Reading reading, Evidence evidence) {
        Measure measure = Measure.of(1, reading.value(), reading.threshold());
        String sentence = Wording.degradation(reading, measure, reading.observedAt(), reading.observedAt());
        raise.raise(
                FindingKind.DEGRADATION, reading.subject(), reading.kind(), sentence, measure, List.of(evidence), null);
    }

    private void join(Finding known, Reading reading, Evidence evidence) {
        if (!findings.add(known.id(), evidence)) {
            return;
        }
        Measure before = known.measure();
        Measure measure = Measure.of(before.count() + 1, reading.worse(before.worst()), reading.threshold());
        known.join(reading.observedAt(), known.sentence(), measure);
        known.say(Wording.degradation(reading, measure, known.firstAt(), known.lastAt()));
    }

    private List<Subject> partsOf(Reading reading) {
        List<Subject> parts = new ArrayList<>();
        parts.add(reading.subject());
        if (reading.node() != null) {
            parts.add(new Subject(SubjectKind.NODE, reading.node()));
        }
        if (reading.subject().kind() == SubjectKind.SERVICE) {
            incidents.placementOf(reading.subject().id()).ifPresent(where -> where.shared()
                    .forEach(parts::add));
        }
        return parts;
    }
}
