package com.interspace.notification.usecase;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Notices;
import com.interspace.notification.audience.Party;
import com.interspace.notification.audience.Recipient;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import com.interspace.notification.delivery.DeliveryEvent;
import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.LetterWriter;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
import com.interspace.notification.preference.ContactPreferences;
import com.interspace.notification.preference.UndeliverableAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes one person his message about something and says when it leaves: at once, together with others of its kind a
 * little later, or not at all and why.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WriteLetters {

    private final Directory directory;
    private final Notices notices;
    private final Messages messages;
    private final ContactPreferences preferences;
    private final UndeliverableAddresses undeliverable;
    private final LetterWriter letters;
    private final Outbox outbox;
    private final DeliveryTerms terms;
    private final InstantSource time;

    @Inject
    WriteLetters(
            Directory directory,
            Notices notices,
            Messages messages,
            ContactPreferences preferences,
            UndeliverableAddresses undeliverable,
            LetterWriter letters,
            Outbox outbox,
            DeliveryTerms terms,
            InstantSource time) {
        this.directory = directory;
        this.notices = notices;
        this.messages = messages;
        this.preferences = preferences;
        this.undeliverable = undeliverable;
        this.letters = letters;
        this.outbox = outbox;
        this.terms = terms;
        this.time = time;
    }

    void write(Notice notice, Recipient to, Service service, Ticket ticket) {
        Message message = letters.write(notice, to, service, ticket, time.instant());
        Optional<String> reason = reasonToWithhold(notice, to);
        if (reason.isPresent()) {
            message.suppressed(reason.get(), time.instant());
            addSuppressed(message);
        } else if (ticket == null || to.medium() != Medium.EMAIL) {
            messages.add(message);
        } else if (notice.occasion().isUpdate()) {
            addUpdate(message, to, service, ticket);
        } else {
            releaseWaitingUpdate(message);
            messages.add(message);
        }
    }

    private Optional<String> reasonToWithhold(Notice notice, Recipient to) {
        if (to.party() != Party.CUSTOMER) {
            return Optional.empty();
        }
        if (!preferences.of(notice.account(), to.key()).wants(notice.occasion())) {
            return Optional.of(
                    "The contact has switched off " + notice.occasion().event());
        }
        return undeliverable
                .find(to.address())
                .map(found -> "Mail to this address came back: " + found.why())
                .or(() -> toldElsewhere(notice, to));
    }

    /** A note of a major incident reaches each person once, although each of his tickets repeats it. */
    private Optional<String> toldElsewhere(Notice notice, Recipient to) {
        if (notice.origin() == null) {
            return Optional.empty();
        }
        directory.holdStillOrigin(notice.origin());
        return messages.toldOrigin(notice.origin(), to.key(), notice.account())
                .map(messageId -> "The same note was told in " + messageId);
    }

    /** What waits goes first, so that nothing arrives behind what came after it. */
    private void releaseWaitingUpdate(Message message) {
        Instant now = time.instant();
        messages.lockWaitingUpdate(message.recipient(), message.ticketId(), now)
                .ifPresent(update -> update.leaveAt(now));
    }

    private void addUpdate(Message message, Recipient to, Service service, Ticket ticket) {
        Instant now = time.instant();
        Optional<Message> waiting = messages.lockWaitingUpdate(message.recipient(), message.ticketId(), now);
        if (waiting.isPresent()) {
            message.toldIn(waiting.get(), now);
            addSuppressed(message);
            waiting.get()
                    .rewrite(letters.updates(
                            notices.ofEvents(messages.eventsToldIn(waiting.get())),
                            to,
                            service,
                            ticket,
                            waiting.get().messageId()));
            return;
        }
        messages.latestUpdate(message.recipient(), message.ticketId())
                .map(latest -> latest.plus(terms.foldFor()))
                .filter(now::isBefore)
                .ifPresent(message::leaveAt);
        messages.add(message);
    }

    private void addSuppressed(Message message) {
        messages.add(message);
        outbox.append(DeliveryEvent.suppressed(message));
    }
}
