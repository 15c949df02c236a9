package com.interspace.notification.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.notification.channel.Gone;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.subscription.Endpoint;
import com.interspace.notification.subscription.EventBodies;
import com.interspace.notification.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/** A partner sees whether his endpoint can be reached and takes what we sign. Nothing is written down. */
@ApplicationScoped
public class TestSubscription {

    /**
     * How the test ended.
     *
     * @param why what went wrong; null when it was confirmed
     */
    public record Outcome(String deliveryId, boolean delivered, String why) {}

    private final FindSubscriptions find;
    private final Endpoint endpoint;
    private final EventBodies bodies;
    private final InstantSource time;

    @Inject
    TestSubscription(FindSubscriptions find, Endpoint endpoint, EventBodies bodies, InstantSource time) {
        this.find = find;
        this.endpoint = endpoint;
        this.bodies = bodies;
        this.time = time;
    }

    public Outcome of(String id, Caller caller) {
        Subscription subscription = find.one(id, null, caller);
        String deliveryId = "test_" + UUID.randomUUID();
        try {
            endpoint.post(subscription, deliveryId, bodies.test(time.instant()));
            return new Outcome(deliveryId, true, null);
        } catch (Gone | NotNow failed) {
            return new Outcome(deliveryId, false, failed.getMessage());
        }
    }
}
