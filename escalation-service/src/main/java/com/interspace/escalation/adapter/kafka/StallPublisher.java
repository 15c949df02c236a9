package com.interspace.escalation.adapter.kafka;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.escalation.watch.Stall;
import com.interspace.escalation.watch.StallAnnouncements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes the event that escalation stood still; it concerns no ticket, so its key is the desk itself. */
@ApplicationScoped
class StallPublisher implements StallAnnouncements {

    private static final String STALLED = "com.interspace.escalation.stalled.v1";
    private static final String KEY = "escalation";

    private final Outbox outbox;

    @Inject
    StallPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    record Change(Instant at, String why, Instant since) {}

    record Watch(long stalls) {}

    record Body(Change change, Watch watch) {}

    @Override
    public void stalled(Stall stall, long number, Instant seenAt) {
        Change change = new Change(seenAt, stall.kind().toString(), stall.since());
        outbox.append(new OutgoingEvent(Topic.NAME, KEY, STALLED, seenAt, number, new Body(change, new Watch(number))));
    }
}
