package com.interspace.notification.usecase;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Party;
import com.interspace.notification.audience.Ticket;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
import com.interspace.notification.subscription.EventBodies;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;

/** Writes each subscription of the account what it asked to hear of, once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WriteDeliveries {

    private final Subscriptions subscriptions;
    private final Messages messages;
    private final EventBodies bodies;
    private final InstantSource time;

    @Inject
    WriteDeliveries(Subscriptions subscriptions, Messages messages, EventBodies bodies, InstantSource time) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.bodies = bodies;
        this.time = time;
    }

    /**
     * An event that names another account than its ticket's is told to no partner.
     *
     * @param before what has been written about this notice already
     */
    void write(Notice notice, Ticket ticket, Set<Messages.Told> before) {
        if (notice.occasion().isToldTo(Party.PARTNER) && Objects.equals(notice.account(), ticket.account())) {
            for (Subscription subscription : subscriptions.ofAccount(notice.account())) {
                if (!before.contains(new Messages.Told(subscription.id().toString(), Medium.WEBHOOK))) {
                    subscription.nameOf(notice.occasion()).ifPresent(name -> write(notice, ticket, subscription, name));
                }
            }
        }
    }

    private void write(Notice notice, Ticket ticket, Subscription subscription, String name) {
        messages.add(Message.delivery(
                notice,
                subscription.id(),
                subscription.url(),
                name,
                bodies.about(notice, ticket, subscription.kind(), name),
                time.instant()));
    }
}
