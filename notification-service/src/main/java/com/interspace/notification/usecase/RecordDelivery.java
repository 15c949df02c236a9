package com.interspace.notification.usecase;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.notification.delivery.BackOff;
import com.interspace.notification.delivery.DeliveryEvent;
import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
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
    private final Outbox outbox;
    private final DeliveryTerms terms;
    private final InstantSource time;

    @Inject
    RecordDelivery(Messages messages, Outbox outbox, DeliveryTerms terms, InstantSource time) {
        this.messages = messages;
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

    /** Tries again later, or gives up when the message has been under way for too long. */
    public void postponed(UUID id, String reason) {
        queued(id).ifPresent(message -> {
            Instant now = time.instant();
            if (message.age(now).compareTo(terms.giveUpAfter()) >= 0) {
                fail(message, "Given up after " + message.attempts() + " attempts; the last one: " + reason);
            } else {
                message.postponed(reason, now.plus(BackOff.after(message.attempts())));
            }
        });
    }

    private void fail(Message message, String reason) {
        message.failed(reason, time.instant());
        outbox.append(DeliveryEvent.failed(message));
    }

    private Optional<Message> queued(UUID id) {
        return messages.lock(id).filter(Message::isQueued);
    }
}
