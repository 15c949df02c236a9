package com.interspace.rfo.adapter.kafka;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.rfo.usecase.FollowService;
import com.interspace.rfo.usecase.ForgetPerson;
import com.interspace.rfo.usecase.finding.PlaceService;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What ticket-service tells of services. */
@Singleton
public class ServiceEvents extends EventConsumer {

    private static final List<String> WORDS = List.of("activated", "changed", "suspended", "terminated");

    private final FollowService follow;
    private final PlaceService place;

    @Inject
    ServiceEvents(EventReception reception, FollowService follow, PlaceService place, ForgetPerson forget) {
        super(reception, "rfo", "interspace.service.v1");
        this.follow = follow;
        this.place = place;
        on(
                "com.interspace.service.contact-erased.v1",
                ContactErased.class,
                (envelope, event) -> forget.forget(event.person()));
        WORDS.forEach(word -> on("com.interspace.service." + word + ".v1", ServiceEvent.class, this::told));
    }

    @Incoming("service")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }

    private void told(Envelope envelope, ServiceEvent event) {
        ServiceEvent.Service service = event.service();
        follow.follow(
                service.serviceId(),
                service.account(),
                service.product(),
                service.knownCircuits(),
                service.calendar(),
                service.knownContacts(),
                envelope.sequence(),
                envelope.time());
        place.place(
                service.serviceId(),
                service.account(),
                service.site(),
                service.node(),
                service.upstream(),
                service.activatedAt(),
                envelope.sequence());
    }
}
