package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.NotYet;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Outages;
import com.interspace.rfo.outage.Service;
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
import java.util.Optional;

/** A customer asks for the reason of an outage, or the centre asks on his behalf. */
@ApplicationScoped
public class RequestRfo {

    private final Outages outages;
    private final Rfos rfos;
    private final RfoDeadlines deadlines;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    RequestRfo(Outages outages, Rfos rfos, RfoDeadlines deadlines, Outbox outbox, InstantSource time) {
        this.outages = outages;
        this.rfos = rfos;
        this.deadlines = deadlines;
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
        return open(outage, deadlines.serviceOf(outage), caller);
    }

    private Rfo open(Outage outage, Optional<Service> service, Caller caller) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Person by = Person.of(caller);
        BusinessCalendar calendar = deadlines.calendarOf(service);
        String number = rfos.nextNumber(now.atOffset(ZoneOffset.UTC).getYear());
        Rfo rfo = Rfo.requested(number, outage, calendar, by, contactOf(caller, outage, service), now);
        rfos.add(rfo);
        deadlines.arm(rfo);
        outbox.append(RfoEvent.requested(rfo, by, now));
        return rfo;
    }

    /** On behalf, the report is for the one who reported the fault. */
    private static String contactOf(Caller caller, Outage outage, Optional<Service> service) {
        if (caller.isCentre()) {
            return outage.state().reporterContact();
        }
        return service.filter(known -> caller.email() != null)
                .flatMap(known -> known.contactWithEmail(caller.email()))
                .orElse(null);
    }
}
