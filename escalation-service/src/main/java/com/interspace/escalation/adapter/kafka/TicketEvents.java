package com.interspace.escalation.adapter.kafka;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.escalation.climb.SlaClock;
import com.interspace.escalation.usecase.FollowTicket;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What ticket-service tells of tickets; each event carries the whole state and the age. */
@Singleton
public class TicketEvents extends EventConsumer {

    static final List<String> STATE_TYPES = List.of(
            "opened",
            "status-changed",
            "priority-changed",
            "information-required",
            "information-completed",
            "corrected",
            "note-added",
            "attachment-added",
            "deferral-proposed",
            "deferred",
            "deferral-refused",
            "deferral-lapsed",
            "sla-warned",
            "resolved",
            "resolution-refused",
            "reopened",
            "closed",
            "cancelled",
            "rejected",
            "merged",
            "linked",
            "policy-applied");

    private final FollowTicket follow;

    @Inject
    TicketEvents(EventReception reception, FollowTicket follow) {
        super(reception, "escalation", "interspace.ticket.v1");
        this.follow = follow;
        STATE_TYPES.forEach(type -> on(typed(type), TicketEvent.class, this::changed));
        on(typed("sla-breached"), TicketEvent.class, this::breached);
    }

    @Incoming("ticket")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }

    private void changed(Envelope envelope, TicketEvent event) {
        follow.follow(event.state(envelope));
    }

    private void breached(Envelope envelope, TicketEvent event) {
        TicketEvent.Change change = event.change();
        follow.breached(event.state(envelope), change.cycle(), SlaClock.of(change.clock()), change.due());
    }

    private static String typed(String word) {
        return "com.interspace.ticket." + word + ".v1";
    }
}
