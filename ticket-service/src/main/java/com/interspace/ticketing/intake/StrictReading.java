package com.interspace.ticketing.intake;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Report;
import java.time.Instant;

/**
 * How panel and phone read a report: every missing or impossible field is refused, each with a word of its own.
 * Required by the centre: service, start of the problem, summary, impact.
 */
public final class StrictReading {

    private StrictReading() {}

    /**
     * @throws Invalid with one violation for each field that is missing or impossible
     */
    public static Report read(ReportForm form, Channel channel, Instant now) {
        Violations violations = new Violations();
        Report report = new ReportReading(violations, now).read(form, channel);
        violations.throwIfAny();
        return report;
    }

    /** @throws Invalid when the circuit is not one of the service's */
    public static void checkCircuit(String circuitId, Service service) {
        Violations violations = new Violations();
        new ReportReading(violations, null).checkCircuit(circuitId, service);
        violations.throwIfAny();
    }
}
