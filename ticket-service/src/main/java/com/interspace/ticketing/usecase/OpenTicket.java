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
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.ExternalIdTaken;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The strict door: a customer reports a fault in the panel, or an agent does so for somebody on the phone or for the
 * centre, which has found the fault itself. The lenient one is {@link AcceptReport}.
 */
@ApplicationScoped
public class OpenTicket {

    /**
     * @param reporter who is calling, when an agent opens the ticket on his behalf; whom to tell, when the centre has
     *     found the fault itself, or null for the service's first contact; otherwise ignored
     * @param channel proactive when the centre has found the fault itself; ignored unless an agent says it
     */
    public record Request(ReportForm form, Reporter reporter, String channel) {}

    private static final Set<Channel> OF_THE_CENTRE = EnumSet.of(Channel.PHONE, Channel.PROACTIVE);

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
        Channel channel = caller.isCentre() ? checkedChannel(request) : Actors.channelOf(caller);
        Report report = StrictReading.read(request.form(), channel, now);
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
        return intake.open(
                service.account(),
                Optional.of(service),
                reporter(request, service, caller),
                report,
                List.of(),
                request.form(),
                Actors.of(caller),
                now);
    }

    private static Channel checkedChannel(Request request) {
        Violations violations = new Violations();
        Channel channel = violations.oneOf("channel", request.channel(), Channel.class);
        if (channel != null && !OF_THE_CENTRE.contains(channel)) {
            violations.add("channel", "must be phone, or proactive for what the centre has found itself");
        }
        if (channel != Channel.PROACTIVE || request.reporter() != null) {
            checkReporter(request.reporter(), violations);
        }
        violations.throwIfAny();
        return channel == null ? Channel.PHONE : channel;
    }

    private static Reporter reporter(Request request, Service service, Caller caller) {
        if (!caller.isCentre()) {
            return new Reporter(caller.id(), caller.name(), caller.email(), null);
        }
        return Optional.ofNullable(request.reporter())
                .or(() -> service.contacts().all().stream()
                        .findFirst()
                        .map(contact -> new Reporter(contact.contactId(), null, null, null)))
                .orElseThrow(() -> new Invalid("reporter", "is required, because the service has no contact to tell"));
    }

    private static void checkReporter(Reporter reporter, Violations violations) {
        if (reporter == null) {
            violations.add("reporter", "is required: who is calling, as contactId, or name and phone or email");
        } else if (isBlank(reporter.contactId())) {
            violations.required("reporter.name", reporter.name());
            if (isBlank(reporter.phone()) && isBlank(reporter.email())) {
                violations.add("reporter.phone", "is required when there is no email");
            }
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
