package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.intake.StrictReading;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceTerminated;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.ExternalIdTaken;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The strict door: a customer reports a fault in the panel, or an agent does so for somebody on the phone. The
 * lenient one is {@link AcceptReport}.
 */
@ApplicationScoped
public class OpenTicket {

    /** @param reporter who is calling, when an agent opens the ticket on his behalf; otherwise ignored */
    public record Request(ReportForm form, Reporter reporter) {}

    private final Services services;
    private final Intake intake;
    private final InstantSource time;

    @Inject
    OpenTicket(Services services, Intake intake, InstantSource time) {
        this.services = services;
        this.intake = intake;
        this.time = time;
    }

    /**
     * @return the new ticket, or the one that the account has already opened with this external id and these words
     * @throws Invalid with one violation for each missing or impossible field
     * @throws NotFound when the service is unknown or of another account
     * @throws ServiceTerminated when it has ended
     * @throws ExternalIdTaken when the external id belongs to another report
     */
    @Transactional
    public Ticket open(Request request, Caller caller) {
        Instant now = time.instant();
        if (caller.isCentre()) {
            checkReporter(request.reporter());
        }
        Report report = StrictReading.read(request.form(), Actors.channelOf(caller), now);
        Service service = services.find(report.serviceId(), caller.accountScope())
                .orElseThrow(() -> new NotFound("service", report.serviceId()));
        Optional<Ticket> existing = intake.alreadyOpened(service.account(), request.form());
        if (existing.isPresent()) {
            return existing.get();
        }
        if (service.isTerminated()) {
            throw new ServiceTerminated(service.id());
        }
        StrictReading.checkCircuit(report.circuitId(), service);
        Reporter reporter =
                caller.isCentre() ? request.reporter() : new Reporter(caller.id(), caller.name(), caller.email(), null);
        return intake.open(
                service.account(),
                Optional.of(service),
                reporter,
                report,
                List.of(),
                request.form(),
                Actors.of(caller),
                now);
    }

    private static void checkReporter(Reporter reporter) {
        Violations violations = new Violations();
        if (reporter == null) {
            violations.add("reporter", "is required: who is calling, as contactId, or name and phone or email");
        } else if (isBlank(reporter.contactId())) {
            violations.required("reporter.name", reporter.name());
            if (isBlank(reporter.phone()) && isBlank(reporter.email())) {
                violations.add("reporter.phone", "is required when there is no email");
            }
        }
        violations.throwIfAny();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
