package com.interspace.notification.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.notification.message.Messages;
import com.interspace.notification.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** A subscription gets what it got, or missed, once more: in the same order and under the same ids. */
@ApplicationScoped
public class RepeatDeliveries {

    private final FindSubscriptions find;
    private final Messages messages;
    private final InstantSource time;

    @Inject
    RepeatDeliveries(FindSubscriptions find, Messages messages, InstantSource time) {
        this.find = find;
        this.messages = messages;
        this.time = time;
    }

    /**
     * A suspended subscription is active again afterwards.
     *
     * @param position everything behind it is repeated; null for everything
     * @return how many deliveries are queued again
     */
    @Transactional
    public int behind(Long position, String id, Caller caller) {
        Subscription subscription = find.take(id, null, caller);
        subscription.resume();
        return messages.repeat(subscription.id(), position, time.instant());
    }
}
