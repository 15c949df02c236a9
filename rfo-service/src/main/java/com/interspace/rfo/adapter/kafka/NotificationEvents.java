package com.interspace.rfo.adapter.kafka;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.rfo.usecase.KeepCommunication;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What notification-service tells of messages that arrived. */
@Singleton
public class NotificationEvents extends EventConsumer {

    private final KeepCommunication keep;

    @Inject
    NotificationEvents(EventReception reception, KeepCommunication keep) {
        super(reception, "rfo", "interspace.notification.v1");
        this.keep = keep;
        on("com.interspace.notification.delivered.v1", NotificationEvent.class, this::delivered);
    }

    @Incoming("notification")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }

    private void delivered(Envelope envelope, NotificationEvent event) {
        keep.keep(envelope.id(), event.notification().ticketId(), event.message(), envelope.sequence());
    }
}
