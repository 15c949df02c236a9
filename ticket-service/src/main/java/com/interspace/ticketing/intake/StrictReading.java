package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violation;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Report;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How panel and phone read a report: every missing or impossible field is refused, each with a word of its own.
 * Required by the centre: service, start of the problem, summary, impact.
 */
public final class StrictReading {

    private StrictReading() {}

    /**
     * A form that says a part of a report.
     *
     * @param report with the possible fields; whatever else stands in it means nothing
     * @param possible the fields that the form names and that can be so
     * @param faults what is wrong about the other ones that it names
     */
    record Named(Report report, Set<String> possible, List<Violation> faults) {}

    /**
     * @throws Invalid with one violation for each field that is missing or impossible
     */
    public static Report read(ReportForm form, Channel channel, Instant now) {
        Violations violations = new Violations();
        Report report = new ReportReading(violations, now).read(form, channel);
        violations.throwIfAny();
        return report;
    }

    /** Reads what the form names; what it leaves out is not missed. */
    static Named named(ReportForm form, Channel channel, Optional<Service> service, Instant now) {
        Violations violations = new Violations();
        ReportReading reading = new ReportReading(violations, now);
        Report report = reading.read(form, channel);
        service.ifPresent(of -> reading.checkCircuit(report.circuitId(), of));
        Set<String> possible = new LinkedHashSet<>(form.named());
        List<Violation> faults = violations.list().stream()
                .filter(fault -> form.named().contains(ReportReading.fieldOf(fault)))
                .toList();
        faults.forEach(fault -> possible.remove(ReportReading.fieldOf(fault)));
        return new Named(report, possible, faults);
    }

    /** @throws Invalid when the circuit is not one of the service's */
    public static void checkCircuit(String circuitId, Service service) {
        Violations violations = new Violations();
        new ReportReading(violations, null).checkCircuit(circuitId, service);
        violations.throwIfAny();
    }
}
