package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.NotYet;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.chassis.timer.Timers;
import com.interspace.rfo.outage.HouseCalendar;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Outages;
import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.Services;
import com.interspace.rfo.report.AlreadyRequested;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.report.RequestPolicy;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoEvent;
import com.interspace.rfo.report.Rfos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A customer asks for the reason of an outage, or the centre asks on his behalf. */
@ApplicationScoped
public class RequestRfo {

    private final Outages outages;
    private final Services services;
    private final Rfos rfos;
    private final HouseCalendar house;
    private final Timers timers;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    public RequestRfo(
            Outages outages,
            Services services,
            Rfos rfos,
            HouseCalendar house,
            Timers timers,
            Outbox outbox,
            InstantSource time) {
        this.outages = outages;
        this.services = services;
        this.rfos = rfos;
        this.house = house;
        this.timers = timers;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * @return the draft
     * @throws NotFound for a ticket that is unknown or of another account
     * @throws AlreadyRequested while another RFO for the ticket is open
     * @throws NotYet if the ticket gives no right to an RFO, as far as is known
     */
    @Transactional
    public Rfo request(String ticketId, Caller caller) {
        Outage outage = outages.locked(ticketId)
                .filter(found -> caller.maySee(found.state().account()))
                .orElseThrow(() -> new NotFound("ticket", ticketId));
        rfos.openOf(ticketId).ifPresent(open -> {
            throw new AlreadyRequested(open);
        });
        RequestPolicy.check(outage);
        return open(outage, serviceOf(outage), caller);
    }

    private Rfo open(Outage outage, Service service, Caller caller) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Person by = Person.of(caller);
        BusinessCalendar calendar = service == null ? house.calendar() : service.calendar();
        String number = rfos.nextNumber(now.atOffset(ZoneOffset.UTC).getYear());
        Rfo rfo = Rfo.requested(number, outage, calendar, by, contactOf(caller, outage, service), now);
        rfos.add(rfo);
        timers.arm(WarnOfDueRfo.KIND, rfo.id().toString(), rfo.warnAt());
        timers.arm(ReportLateRfo.KIND, rfo.id().toString(), rfo.due());
        outbox.append(RfoEvent.requested(rfo, by, now));
        return rfo;
    }

    private Service serviceOf(Outage outage) {
        String serviceId = outage.state().serviceId();
        return serviceId == null
                ? null
                : services.of(serviceId)
                        .orElseThrow(() -> new NotYet(
                                "service-not-known-yet",
                                "Service not known yet",
                                "Nothing has been heard yet of service " + serviceId
                                        + ", whose calendar gives the due date.",
                                outage.asOf()));
    }

    /** On behalf, the report is for the one who reported the fault. */
    private static String contactOf(Caller caller, Outage outage, Service service) {
        if (caller.isCentre()) {
            return outage.state().reporterContact();
        }
        return service == null || caller.email() == null
                ? null
                : service.contactWithEmail(caller.email()).orElse(null);
    }
}
