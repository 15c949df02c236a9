package com.interspace.chassis.plumbing;

import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows things. */
@Singleton
class ThingEvents extends EventConsumer {

    record Moved(String id, String state) {}

    @Inject
    ThingEvents(EventReception reception, Things things) {
        super(reception, "chassis", "chassis.things.v1");
        on("com.interspace.thing.moved.v1", Moved.class, (envelope, moved) -> {
            things.moved(moved.id(), moved.state(), envelope.sequence());
            things.effect(moved.id(), moved.state());
        });
    }

    @Incoming("things")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }
}
