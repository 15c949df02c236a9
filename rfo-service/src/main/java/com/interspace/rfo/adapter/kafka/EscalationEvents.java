package com.interspace.rfo.adapter.kafka;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.rfo.usecase.KeepEscalation;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What escalation-service tells of tickets that climb. */
@Singleton
public class EscalationEvents extends EventConsumer {

    private final KeepEscalation keep;

    @Inject
    EscalationEvents(EventReception reception, KeepEscalation keep) {
        super(reception, "rfo", "interspace.escalation.v1");
        this.keep = keep;
        on("com.interspace.escalation.level-reached.v1", EscalationEvent.class, this::reached);
        on("com.interspace.escalation.level-skipped.v1", EscalationEvent.class, this::skipped);
    }

    @Incoming("escalation")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }

    private void reached(Envelope envelope, EscalationEvent event) {
        keep.keep(envelope.id(), event.escalation().ticketId(), event.reached(), envelope.sequence());
    }

    private void skipped(Envelope envelope, EscalationEvent event) {
        keep.keep(envelope.id(), event.escalation().ticketId(), event.skipped(), envelope.sequence());
    }
}
