package com.interspace.rfo.usecase;

import com.interspace.rfo.outage.Downtime;
import com.interspace.rfo.outage.Downtimes;
import com.interspace.rfo.outage.ImpactStep;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Outages;
import com.interspace.rfo.outage.TicketChange;
import com.interspace.rfo.outage.TicketState;
import com.interspace.rfo.outage.Timeline;
import com.interspace.rfo.outage.TimelineRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps up with a ticket. Only a newer event changes what is known of it; the row of the timeline is kept for every
 * event, however late it comes.
 */
@ApplicationScoped
public class FollowTicket {

    private final Outages outages;
    private final Timeline timeline;
    private final Downtimes downtimes;

    @Inject
    public FollowTicket(Outages outages, Timeline timeline, Downtimes downtimes) {
        this.outages = outages;
        this.timeline = timeline;
        this.downtimes = downtimes;
    }

    /** @param sequence the ticket's version after the change */
    @Transactional
    public void follow(
            String eventId, String ticketId, TicketChange change, TicketState after, long sequence, Instant asOf) {
        Optional<Outage> known = outages.locked(ticketId);
        Outage outage = known.orElseGet(() -> new Outage(ticketId, after, sequence, asOf));
        outage.follow(after, sequence, asOf);
        if (known.isEmpty()) {
            outages.add(outage);
        }
        change.step(eventId, ticketId, sequence, after).ifPresent(step -> keep(step, outage, known.isEmpty()));
        change.told(after)
                .map(text -> new TimelineRow(eventId, ticketId, change.at(), sequence, TimelineRow.Source.TICKET, text))
                .ifPresent(timeline::add);
    }

    private void keep(ImpactStep step, Outage outage, boolean first) {
        downtimes.keep(step);
        if (first) {
            downtimes.add(Downtime.of(outage, List.of(step)));
        } else {
            downtimes.replace(outage.ticketId(), Downtime.of(outage, downtimes.stepsOf(outage.ticketId())));
        }
    }
}
