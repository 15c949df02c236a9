package com.interspace.notification.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Conflict;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.notification.subscription.AddressGuard;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.Subscriptions;
import com.interspace.notification.subscription.UnsafeAddress;
import com.interspace.notification.subscription.WebhookSecret;
import com.interspace.notification.subscription.WebhookSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A partner asks to hear of what happens to the tickets of his accounts. */
@ApplicationScoped
public class Subscribe {

    private static final int MOST = 20;

    private final Subscriptions subscriptions;
    private final WebhookSecrets secrets;
    private final AddressGuard guard;
    private final InstantSource time;

    @Inject
    Subscribe(Subscriptions subscriptions, WebhookSecrets secrets, AddressGuard guard, InstantSource time) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.guard = guard;
        this.time = time;
    }

    /**
     * Who asks for the very same again gets what he has. A client without a secret gets one to sign with; he sees one
     * as soon as he asks for a new one.
     *
     * @param field what the caller calls the address
     * @param names known names of events
     * @throws Invalid when nothing of ours connects to the address
     * @throws Conflict when the client has as many as one may have
     */
    @Transactional
    public Subscription to(Subscription.Kind kind, String field, String url, Collection<String> names, Caller caller) {
        checkAddress(field, url);
        subscriptions.holdStill(caller.id());
        List<Subscription> present = subscriptions.find(kind, Optional.of(caller.id()));
        return present.stream()
                .filter(subscription -> subscription.equalsWish(kind, url, names))
                .findFirst()
                .orElseGet(() -> add(
                        present.size(),
                        new Subscription(caller.id(), caller.accounts(), kind, url, names, time.instant())));
    }

    private void checkAddress(String field, String url) {
        try {
            guard.check(url);
        } catch (UnsafeAddress unsafe) {
            throw new Invalid(field, unsafe.getMessage());
        }
    }

    private Subscription add(int present, Subscription subscription) {
        if (present >= MOST) {
            throw new Conflict(
                    "too-many-subscriptions",
                    "Too many subscriptions",
                    "You have " + present + " subscriptions; delete one before you make another.",
                    Map.of("allowed", MOST));
        }
        if (secrets.of(subscription.client()).isEmpty()) {
            secrets.add(WebhookSecret.any(subscription.client(), time.instant()));
        }
        subscriptions.add(subscription);
        return subscription;
    }
}
