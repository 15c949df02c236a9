package com.interspace.rfo.usecase;

import com.interspace.rfo.outage.LevelChange;
import com.interspace.rfo.outage.Timeline;
import com.interspace.rfo.outage.TimelineRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Keeps each level that a ticket reached or passed over as a row of its timeline, known or not yet known. */
@ApplicationScoped
public class KeepEscalation {

    private final Timeline timeline;

    @Inject
    public KeepEscalation(Timeline timeline) {
        this.timeline = timeline;
    }

    @Transactional
    public void keep(String eventId, String ticketId, LevelChange change, long sequence) {
        timeline.add(new TimelineRow(
                eventId, ticketId, change.at(), sequence, TimelineRow.Source.ESCALATION, change.told()));
    }
}
