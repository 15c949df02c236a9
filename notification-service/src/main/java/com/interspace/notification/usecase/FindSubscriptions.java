package com.interspace.notification.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds subscriptions: a partner his own, the manager and operations everybody's. */
@ApplicationScoped
@Transactional
public class FindSubscriptions {

    private final Subscriptions subscriptions;

    @Inject
    FindSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** @param kind null for every kind */
    public List<Subscription> all(Subscription.Kind kind, Caller caller) {
        return subscriptions.find(kind, ownedBy(caller));
    }

    /**
     * @param kind null for every kind
     * @throws NotFound when it is not there, or somebody else's
     */
    public Subscription one(String id, Subscription.Kind kind, Caller caller) {
        return parse(id)
                .flatMap(uuid -> subscriptions.find(uuid, kind, ownedBy(caller)))
                .orElseThrow(() -> new NotFound("subscription", id));
    }

    /**
     * The same for a change of it: nobody else changes or ends it until the transaction ends.
     *
     * @throws NotFound as well when somebody has just ended it
     */
    public Subscription take(String id, Subscription.Kind kind, Caller caller) {
        return parse(id)
                .flatMap(uuid -> subscriptions.take(uuid, kind, ownedBy(caller)))
                .orElseThrow(() -> new NotFound("subscription", id));
    }

    private static Optional<String> ownedBy(Caller caller) {
        return caller.is(Role.OPS) || caller.is(Role.MANAGER) ? Optional.empty() : Optional.of(caller.id());
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(id));
        } catch (IllegalArgumentException misspelt) {
            return Optional.empty();
        }
    }
}
