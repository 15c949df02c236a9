package com.interspace.rfo.usecase;

import com.interspace.rfo.outage.DeliveredMessage;
import com.interspace.rfo.outage.Timeline;
import com.interspace.rfo.outage.TimelineRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Keeps each delivered message about a ticket as a row of its timeline. */
@ApplicationScoped
public class KeepCommunication {

    private final Timeline timeline;

    @Inject
    public KeepCommunication(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param ticketId null for a message about no ticket, which is nothing to an outage */
    @Transactional
    public void keep(String eventId, String ticketId, DeliveredMessage message, long sequence) {
        if (ticketId == null) {
            return;
        }
        message.told()
                .map(text -> new TimelineRow(
                        eventId, ticketId, message.at(), sequence, TimelineRow.Source.COMMUNICATION, text))
                .ifPresent(timeline::add);
    }
}
