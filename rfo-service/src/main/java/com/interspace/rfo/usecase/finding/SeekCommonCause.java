package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Incident;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a ticket and its neighbours in time share a node, a site or an upstream. The narrowest part of the
 * network that explains four tickets is named; a ticket that one cause explains counts for no other.
 */
@ApplicationScoped
public class SeekCommonCause {

    private static final int FEWEST = 4;
    private static final Duration WITHIN = FindingKind.COMMON_CAUSE.memory();
    private static final String WINDOW = WITHIN.toString();

    private final Incidents incidents;
    private final Findings findings;
    private final RaiseFinding raise;

    @Inject
    SeekCommonCause(Incidents incidents, Findings findings, RaiseFinding raise) {
        this.incidents = incidents;
        this.findings = findings;
        this.raise = raise;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void seek(Incident incident) {
        List<Subject> subjects = incident.sharedSubjects();
        incidents.lock(subjects);
        if (!subjects.isEmpty() && !joined(subjects, incident)) {
            raiseNarrowest(subjects, incident);
        }
    }

    private boolean joined(List<Subject> subjects, Incident incident) {
        Optional<Finding> known = findings.currentOfAny(FindingKind.COMMON_CAUSE, subjects, incident.createdAt());
        known.ifPresent(finding -> join(finding, incident));
        return known.isPresent();
    }

    private void join(Finding known, Incident incident) {
        if (findings.add(known.id(), Evidence.ticket(incident))) {
            long tickets = known.measure().count() + 1;
            known.join(
                    incident.createdAt(), Wording.commonCause(known.subject(), tickets), Measure.of(tickets, WINDOW));
            incidents.explain(List.of(incident.ticketId()), known.id());
        }
    }

    private void raiseNarrowest(List<Subject> subjects, Incident incident) {
        Instant at = incident.createdAt();
        List<Incident> near = incidents.unexplained(incident, at.minus(WITHIN), at.plus(WITHIN));
        for (Subject subject : subjects) {
            List<Incident> together = around(at, sharing(subject, near));
            if (together.size() >= FEWEST) {
                Finding finding = raise.raise(
                        FindingKind.COMMON_CAUSE,
                        subject,
                        "",
                        Wording.commonCause(subject, together.size()),
                        Measure.of(together.size(), WINDOW),
                        together.stream().map(Evidence::ticket).toList(),
                        null);
                incidents.explain(together.stream().map(Incident::ticketId).toList(), finding.id());
                return;
            }
        }
    }

    private static List<Incident> sharing(Subject subject, List<Incident> near) {
        return near.stream()
                .filter(other -> other.sharedSubjects().contains(subject))
                .toList();
    }

    /** The most tickets that lie within 15 minutes and have one that came at this moment among them. */
    private static List<Incident> around(Instant at, List<Incident> near) {
        List<Incident> most = List.of();
        for (int from = 0; from < near.size() && !near.get(from).createdAt().isAfter(at); from++) {
            Instant end = near.get(from).createdAt().plus(WITHIN);
            List<Incident> window = near.subList(from, near.size()).stream()
                    .filter(other -> !other.createdAt().isAfter(end))
                    .toList();
            most = window.size() > most.size() ? window : most;
        }
        return most;
    }
}
