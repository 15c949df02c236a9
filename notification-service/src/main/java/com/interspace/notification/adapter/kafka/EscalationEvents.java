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
class EscalationEvents extends EventConsumer {

    @Inject
    EscalationEvents(EventReception reception, TellPeople tellPeople) {
        super(reception, Consumer.NAME, "interspace.escalation.v1");
        on(
                Occasion.MATRIX_ISSUED.type(),
                MatrixEvent.class,
                (envelope, event) -> tellPeople.about(event.notice(envelope)));
        for (Occasion occasion : List.of(
                Occasion.LEVEL_REACHED,
                Occasion.LEVEL_SKIPPED,
                Occasion.ESCALATION_SUSPENDED,
                Occasion.ESCALATION_RESUMED,
                Occasion.ESCALATION_LOWERED,
                Occasion.ESCALATION_STALLED)) {
            on(
                    occasion.type(),
                    LevelEvent.class,
                    (envelope, event) -> tellPeople.about(event.notice(envelope, occasion)));
        }
    }

    @Incoming("escalation")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
