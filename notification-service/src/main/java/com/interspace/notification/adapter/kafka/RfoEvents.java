package com.interspace.notification.adapter.kafka;

import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.usecase.TellPeople;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Singleton
class RfoEvents extends EventConsumer {

    @Inject
    RfoEvents(EventReception reception, TellPeople tellPeople) {
        super(reception, Consumer.NAME, "interspace.rfo.v1");
        for (Occasion occasion : List.of(
                Occasion.RFO_REQUESTED,
                Occasion.RFO_DUE_SOON,
                Occasion.RFO_OVERDUE,
                Occasion.RFO_PUBLISHED,
                Occasion.RFO_WITHDRAWN)) {
            on(
                    occasion.type(),
                    RfoEvent.class,
                    (envelope, event) -> tellPeople.about(event.notice(envelope, occasion)));
        }
    }

    @Incoming("rfo")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
