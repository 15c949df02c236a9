package com.interspace.rfo.adapter.kafka;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.rfo.usecase.FollowTicket;
import com.interspace.rfo.usecase.finding.WatchTicket;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What ticket-service tells of tickets. */
@Singleton
public class TicketEvents extends EventConsumer {

    private static final List<String> WORDS = List.of(
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
            "sla-breached",
            "policy-applied",
            "resolved",
            "resolution-refused",
            "reopened",
            "closed",
            "cancelled",
            "rejected",
            "merged",
            "linked");

    private final FollowTicket follow;
    private final WatchTicket watch;

    @Inject
    TicketEvents(EventReception reception, FollowTicket follow, WatchTicket watch) {
        super(reception, "rfo", "interspace.ticket.v1");
        this.follow = follow;
        this.watch = watch;
        WORDS.forEach(word -> on(
                "com.interspace.ticket." + word + ".v1",
                TicketEvent.class,
                (envelope, event) -> told(word, envelope, event)));
    }

    @Incoming("ticket")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }

    private void told(String word, Envelope envelope, TicketEvent event) {
        follow.follow(
                envelope.id(),
                event.ticket().id(),
                event.change().as(word),
                event.state(),
                envelope.sequence(),
                envelope.time());
        watch.watch(event.ticket().id(), event.state(), envelope.sequence());
    }
}
