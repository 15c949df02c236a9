package com.interspace.notification.adapter.kafka;

import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.usecase.FollowServices;
import com.interspace.notification.usecase.ForgetPerson;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@Singleton
class ServiceEvents extends EventConsumer {

    @Inject
    ServiceEvents(EventReception reception, FollowServices follow, ForgetPerson forget) {
        super(reception, Consumer.NAME, "interspace.service.v1");
        on(
                "com.interspace.service.contact-erased.v1",
                ContactErased.class,
                (envelope, event) -> forget.forget(event.person()));
        for (Occasion occasion : Occasion.of("service")) {
            on(
                    occasion.type(),
                    ServiceEvent.class,
                    (envelope, event) -> follow.heard(event.service(envelope), event.notice(envelope, occasion)));
        }
    }

    @Incoming("service")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
