package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.FaultRate;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Incident;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.finding.Placement;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a ticket makes its service, or else its circuit, a chronic one: three tickets or more in 30 days, and
 * more than two years of its own history explain ({@link FaultRate}). Days are UTC days.
 */
@ApplicationScoped
public class SeekChronicService {

    private static final int WINDOW_DAYS = 30;
    private static final int HISTORY_DAYS = 730;

    private final Incidents incidents;
    private final Findings findings;
    private final RaiseFinding raise;

    @Inject
    SeekChronicService(Incidents incidents, Findings findings, RaiseFinding raise) {
        this.incidents = incidents;
        this.findings = findings;
        this.raise = raise;
    }

    /**
     * The caller has locked what the ticket is about.
     *
     * @param where null = the service has not been heard of yet
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void seek(Incident incident, Placement where) {
        for (Subject subject : incident.ownSubjects()) {
            Instant at = incident.createdAt();
            if (noted(subject, incident, at, where)
                    || laterOne(subject, at)
                            .filter(end -> noted(subject, incident, end, where))
                            .isPresent()) {
                return;
            }
        }
    }

    /** A window ends with the ticket; if later ones were heard of before it, another one ends with the last of them. */
    private Optional<Instant> laterOne(Subject subject, Instant at) {
        LocalDate today = dayOf(at);
        Instant from = startOf(today.plusDays(1));
        return incidents.countedOf(subject, from, startOf(today.plusDays(WINDOW_DAYS)), 1).stream()
                .map(Incident::createdAt)
                .findFirst();
    }

    private boolean noted(Subject subject, Incident incident, Instant end, Placement where) {
        FaultRate rate = rate(subject, end, where);
        if (rate.hasRisen()) {
            note(subject, rate, incident, end);
        }
        return rate.hasRisen();
    }

    private void note(Subject subject, FaultRate rate, Incident incident, Instant end) {
        String sentence = Wording.chronic(subject, rate);
        Measure measure = Measure.of(rate);
        findings.current(FindingKind.CHRONIC_SERVICE, subject, "", end)
                .ifPresentOrElse(
                        known -> join(known, incident, end, sentence, measure),
                        () -> raise.raise(
                                FindingKind.CHRONIC_SERVICE,
                                subject,
                                "",
                                sentence,
                                measure,
                                evidence(subject, end),
                                null));
    }

    /**
     * With the ticket joins whatever else the sentence counts: a ticket that came while the rate had sunk again did not
     * join by itself.
     */
    private void join(Finding known, Incident incident, Instant end, String sentence, Measure measure) {
        if (!findings.add(known.id(), Evidence.ticket(incident))) {
            return;
        }
        List<Evidence> others = othersBehind(known, end);
        if (!others.isEmpty()) {
            findings.add(known.id(), others).forEach(piece -> known.reach(piece.at()));
        }
        known.join(incident.createdAt(), sentence, measure);
    }

    private FaultRate rate(Subject subject, Instant at, Placement where) {
        LocalDate today = dayOf(at);
        LocalDate windowStart = today.minusDays(WINDOW_DAYS - 1);
        LocalDate historyStart = windowStart.minusDays(HISTORY_DAYS);
        Incidents.Faults faults = incidents.faults(subject, historyStart, windowStart, today);
        double known = faults.recent() < FaultRate.FEWEST
                ? HISTORY_DAYS
                : HISTORY_DAYS - unknownDays(historyStart, windowStart, where, faults.recordsBegin());
        return new FaultRate(faults.recent(), WINDOW_DAYS, faults.earlier(), known);
    }

    /** Days of the history on which the service was there already, but our records were not. */
    private static double unknownDays(
            LocalDate historyStart, LocalDate windowStart, Placement where, Instant recordsBegin) {
        Instant from = startOf(historyStart);
        Instant activated = where == null ? null : where.activatedAt();
        Instant there = activated == null || activated.isBefore(from) ? from : activated;
        Instant end = startOf(windowStart);
        Instant records = recordsBegin != null && recordsBegin.isBefore(end) ? recordsBegin : end;
        Duration unknown = Duration.between(there, records);
        return unknown.isNegative() ? 0 : unknown.toSeconds() / 86_400.0;
    }

    private List<Evidence> evidence(Subject subject, Instant at) {
        return incidents
                .countedOf(subject, windowStart(at), startOf(dayOf(at).plusDays(1)), RaiseFinding.MOST_EVIDENCE)
                .stream()
                .map(Evidence::ticket)
                .toList();
    }

    private List<Evidence> othersBehind(Finding known, Instant at) {
        Instant tomorrow = startOf(dayOf(at).plusDays(1));
        return incidents
                .countedBeyond(known.id(), known.subject(), windowStart(at), tomorrow, RaiseFinding.MOST_EVIDENCE)
                .stream()
                .map(Evidence::ticket)
                .toList();
    }

    private static Instant windowStart(Instant at) {
        return startOf(dayOf(at).minusDays(WINDOW_DAYS - 1));
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
