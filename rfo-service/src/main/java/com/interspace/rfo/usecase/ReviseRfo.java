package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.NotYet;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Outages;
import com.interspace.rfo.report.AlreadyRequested;
import com.interspace.rfo.report.NotToBeRevised;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoEvent;
import com.interspace.rfo.report.Rfos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A person of the centre begins the next edition of what was published and turned out to be wrong or incomplete. */
@ApplicationScoped
public class ReviseRfo {

    private final Outages outages;
    private final Rfos rfos;
    private final RfoDeadlines deadlines;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    ReviseRfo(Outages outages, Rfos rfos, RfoDeadlines deadlines, Outbox outbox, InstantSource time) {
        this.outages = outages;
        this.rfos = rfos;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * @param comment why it is needed
     * @return the new draft; the published edition stands until the new one is published
     * @throws NotFound if there is no such RFO
     * @throws AlreadyRequested while another RFO for the ticket is open
     * @throws NotToBeRevised unless it is published and the newest edition
     * @throws NotYet if nothing has been heard yet of the service
     */
    @Transactional
    public Rfo revise(UUID id, String comment, Caller caller) {
        Rfo published = rfos.byId(id).orElseThrow(() -> new NotFound("RFO", id.toString()));
        // The same lock, first, as for a request: of one ticket only one RFO is open.
        Outage outage = outages.locked(published.ticketId()).orElseThrow();
        rfos.openOf(published.ticketId()).ifPresent(open -> {
            throw new AlreadyRequested(open);
        });
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Person by = Person.of(caller);
        Rfo rfo = published.revision(
                rfos.newestEdition(published.number()),
                outage,
                deadlines.calendarOf(deadlines.serviceOf(outage)),
                comment,
                by,
                now);
        rfos.add(rfo);
        deadlines.arm(rfo);
        outbox.append(RfoEvent.requested(rfo, by, now));
        return rfo;
    }
}
