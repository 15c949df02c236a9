package com.interspace.notification.adapter.kafka;

import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.usecase.FollowTickets;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Singleton
class TicketEvents extends EventConsumer {

    @Inject
    TicketEvents(EventReception reception, FollowTickets follow) {
        super(reception, Consumer.NAME, "interspace.ticket.v1");
        for (Occasion byType : Occasion.of("ticket")) {
            on(
                    byType.type(),
                    TicketEvent.class,
                    (envelope, event) ->
                            follow.heard(event.ticket(envelope), event.notice(envelope, event.occasion(byType))));
        }
    }

    @Incoming("ticket")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
