package com.interspace.notification.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends a subscription. What still waits for it is withheld and stays in the log. */
@ApplicationScoped
public class Unsubscribe {

    private final FindSubscriptions find;
    private final Subscriptions subscriptions;

    @Inject
    Unsubscribe(FindSubscriptions find, Subscriptions subscriptions) {
        this.find = find;
        this.subscriptions = subscriptions;
    }

    @Transactional
    public void from(String id, Subscription.Kind kind, Caller caller) {
        subscriptions.remove(find.take(id, kind, caller));
    }
}
