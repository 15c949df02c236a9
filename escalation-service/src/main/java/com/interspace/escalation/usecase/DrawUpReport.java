package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Report;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.report.Figures;
import com.interspace.escalation.report.ReportKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Somebody reads a report on escalations; customers and partners see those of their own tickets. */
@ApplicationScoped
public class DrawUpReport {

    private final Figures figures;
    private final InstantSource time;

    @Inject
    DrawUpReport(Figures figures, InstantSource time) {
        this.figures = figures;
        this.time = time;
    }

    /**
     * @param from the first day, such as 2026-03-01; null = a year, see {@link Period#judged}
     * @param to the last day, covered too; null = the end of this month
     * @throws NotFound when there is no such report
     * @throws Invalid when the days are none
     */
    @Transactional
    public Report drawUp(Caller caller, String name, String from, String to) {
        ReportKind kind = ReportKind.of(name).orElseThrow(() -> new NotFound("report", name));
        Instant now = time.instant();
        Violations violations = new Violations();
        LocalDate today = LocalDate.ofInstant(now, KnownService.USUAL_ZONE);
        Period period = Period.judged(from, to, today, KnownService.USUAL_ZONE, violations);
        violations.throwIfAny();
        return new Report(
                kind.toString(), kind.describes(), period, now, figures.drawUp(kind, period, caller.accountScope()));
    }
}
