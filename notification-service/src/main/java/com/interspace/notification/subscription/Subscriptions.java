package com.interspace.notification.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every subscription of every partner. */
public interface Subscriptions {

    void add(Subscription subscription);

    void remove(Subscription subscription);

    Optional<Subscription> find(UUID id);

    /**
     * @param kind null for every kind
     * @param client only a subscription of this client; empty means anybody's
     */
    Optional<Subscription> find(UUID id, Subscription.Kind kind, Optional<String> client);

    /** The same, and nobody else changes or ends it until the transaction ends; none when somebody just did end it. */
    Optional<Subscription> take(UUID id, Subscription.Kind kind, Optional<String> client);

    /** The oldest first; every kind for null, anybody's for empty. */
    List<Subscription> find(Subscription.Kind kind, Optional<String> client);

    /** Those of all kinds that may hear of this account, the oldest first. */
    List<Subscription> ofAccount(String account);

    /** Until the transaction ends this client makes no other subscription and no other secret. */
    void holdStill(String client);
}
