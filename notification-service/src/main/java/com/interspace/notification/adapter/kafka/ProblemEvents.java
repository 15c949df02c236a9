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
class ProblemEvents extends EventConsumer {

    @Inject
    ProblemEvents(EventReception reception, TellPeople tellPeople) {
        super(reception, Consumer.NAME, "interspace.problem.v1");
        for (Occasion occasion : List.of(Occasion.PROBLEM_REOPENED, Occasion.FINDING_RAISED, Occasion.ACTION_OVERDUE)) {
            on(
                    occasion.type(),
                    ProblemEvent.class,
                    (envelope, event) -> tellPeople.about(event.notice(envelope, occasion)));
        }
    }

    @Incoming("problem")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
