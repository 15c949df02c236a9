package com.interspace.notification.subscription;

import com.interspace.notification.channel.Gone;
import com.interspace.notification.channel.NotNow;

/** The far end of subscriptions. */
public interface Endpoint {

    /**
     * Transmits this once and returns when the other side has confirmed it. Always returns within the configured time.
     *
     * @param deliveryId what the other side can recognise a repetition by
     * @throws Gone when the other side says that it is gone for good
     * @throws NotNow when it was not confirmed
     */
    void post(Subscription to, String deliveryId, String body);
}
