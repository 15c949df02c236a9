package com.interspace.escalation.adapter.kafka;

import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.escalation.usecase.FollowService;
import com.interspace.escalation.usecase.ForgetPerson;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What ticket-service tells of services. */
@Singleton
public class ServiceEvents extends EventConsumer {

    static final List<String> TYPES = List.of("activated", "changed", "suspended", "terminated");

    @Inject
    ServiceEvents(EventReception reception, FollowService follow, ForgetPerson forget) {
        super(reception, "escalation", "interspace.service.v1");
        on(
                "com.interspace.service.contact-erased.v1",
                ContactErased.class,
                (envelope, event) -> forget.forget(event.person()));
        TYPES.forEach(type -> on(
                "com.interspace.service." + type + ".v1",
                ServiceEvent.class,
                (envelope, event) -> follow.follow(event.state(envelope))));
    }

    @Incoming("service")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
