package com.interspace.rfo.usecase;

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
import java.util.Optional;

/**
 * Keeps up with a ticket. Only a newer event changes what is known of it; the row of the timeline is kept for every
 * event, however late it comes.
 */
@ApplicationScoped
public class FollowTicket {

    private final Outages outages;
    private final Timeline timeline;

    @Inject
    public FollowTicket(Outages outages, Timeline timeline) {
        this.outages = outages;
        this.timeline = timeline;
    }

    /** @param sequence the ticket's version after the change */
    @Transactional
    public void follow(
            String eventId, String ticketId, TicketChange change, TicketState after, long sequence, Instant asOf) {
        Optional<Outage> known = outages.locked(ticketId);
        Outage outage = known.orElseGet(() -> new Outage(ticketId, after, sequence, asOf));
        outage.follow(after, sequence, asOf);
        if (change.parentId() != null) {
            outage.joins(change.parentId());
        }
        if (known.isEmpty()) {
            outages.add(outage);
        }
        change.told(after)
                .map(text -> new TimelineRow(eventId, ticketId, change.at(), sequence, TimelineRow.Source.TICKET, text))
                .ifPresent(timeline::add);
    }
}
