package com.interspace.notification.usecase;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.notification.audience.Party;
import com.interspace.notification.delivery.DeliveryEvent;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.MessageIds;
import com.interspace.notification.message.MessageState;
import com.interspace.notification.message.Messages;
import com.interspace.notification.preference.UndeliverableAddress;
import com.interspace.notification.preference.UndeliverableAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/** A mail server sends a message back that another one had accepted. */
@ApplicationScoped
public class TakeBounce {

    private final Messages messages;
    private final UndeliverableAddresses undeliverable;
    private final MessageIds ids;
    private final ReportFailure report;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    TakeBounce(
            Messages messages,
            UndeliverableAddresses undeliverable,
            MessageIds ids,
            ReportFailure report,
            Outbox outbox,
            InstantSource time) {
        this.messages = messages;
        this.undeliverable = undeliverable;
        this.ids = ids;
        this.report = report;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Notes that the message never arrived, marks the address of a customer as undeliverable and tells the centre. Our
     * own people stay marked as reachable: an escalation is tried again whatever happened to the last one.
     *
     * @param messageId what the bounce says that it is about; believed only when it is signed by us
     * @param recipient the address that the bounce names, or null when it names none
     * @return whether it was about a message of ours that had been accepted, and is news
     */
    @Transactional
    public boolean of(String messageId, String recipient, String reason) {
        if (!ids.isOurs(messageId)) {
            return false;
        }
        return messages.lockById(messageId)
                .filter(message -> message.state() == MessageState.SENT)
                .filter(message -> recipient == null || recipient.equalsIgnoreCase(message.address()))
                .map(message -> bounced(message, reason))
                .orElse(false);
    }

    private boolean bounced(Message message, String reason) {
        Instant now = time.instant();
        message.bounced(reason, now);
        if (message.party() == Party.CUSTOMER
                && undeliverable.find(message.address()).isEmpty()) {
            undeliverable.add(new UndeliverableAddress(message.address(), now, message.why()));
        }
        report.of(message, outbox.append(DeliveryEvent.failed(message)));
        return true;
    }
}
