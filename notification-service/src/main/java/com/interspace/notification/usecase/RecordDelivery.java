package com.interspace.notification.usecase;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.delivery.BackOff;
import com.interspace.notification.delivery.DeliveryEvent;
import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
import com.interspace.notification.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Writes down how an attempt ended. What has been settled before stays as it is. */
@ApplicationScoped
@Transactional
public class RecordDelivery {

    private final Messages messages;
    private final Subscriptions subscriptions;
    private final ReportFailure report;
    private final Outbox outbox;
    private final DeliveryTerms terms;
    private final InstantSource time;

    @Inject
    RecordDelivery(
            Messages messages,
            Subscriptions subscriptions,
            ReportFailure report,
            Outbox outbox,
            DeliveryTerms terms,
            InstantSource time) {
        this.messages = messages;
        this.subscriptions = subscriptions;
        this.report = report;
        this.outbox = outbox;
        this.terms = terms;
        this.time = time;
    }

    public void sent(UUID id) {
        queued(id).ifPresent(message -> {
            message.sent(time.instant());
            outbox.append(DeliveryEvent.delivered(message));
        });
    }

    public void refused(UUID id, String reason) {
        queued(id).ifPresent(message -> fail(message, reason));
    }

    /** The endpoint is gone for good: nothing more is tried there until its partner says so. */
    public void gone(UUID id, String reason) {
        queued(id).ifPresent(message -> {
            suspendEndpoint(message, reason);
            fail(message, reason);
        });
    }

    public void withheld(UUID id, String reason) {
        queued(id).ifPresent(message -> {
            message.suppressed(reason, time.instant());
            outbox.append(DeliveryEvent.suppressed(message));
        });
    }

    /** Tries again later, or gives up when the message has been under way for too long. */
    public void postponed(UUID id, String reason) {
        queued(id).ifPresent(message -> {
            Instant now = time.instant();
            if (message.age(now).compareTo(terms.giveUpAfter()) >= 0) {
                String last = "Given up after " + message.attempts() + " attempts; the last one: " + reason;
                suspendEndpoint(message, last);
                fail(message, last);
            } else {
                Instant next = now.plus(BackOff.after(message.attempts()));
                message.postponed(reason, next);
                if (message.isStrict()) {
                    messages.postponeThread(message.thread(), next);
                }
            }
        });
    }

    private void suspendEndpoint(Message message, String reason) {
        if (message.isOn(Medium.WEBHOOK)) {
            subscriptions
                    .find(UUID.fromString(message.recipient()))
                    .ifPresent(subscription -> subscription.suspend(reason, time.instant()));
        }
    }

    private void fail(Message message, String reason) {
        message.failed(reason, time.instant());
        report.of(message, outbox.append(DeliveryEvent.failed(message)));
    }

    private Optional<Message> queued(UUID id) {
        return messages.lock(id).filter(Message::isQueued);
    }
}
