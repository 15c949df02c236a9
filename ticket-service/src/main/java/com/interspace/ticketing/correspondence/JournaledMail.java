package com.interspace.ticketing.correspondence;

import com.interspace.ticketing.ticket.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One mail in the journal. It is written down as it came, then acted upon once: it opens a ticket, becomes a note, is
 * ignored, or waits in quarantine until an agent releases or refuses it. What cannot be acted upon is tried again a
 * few times and then quarantined, so that a person sees it. Its bytes lie beside it, see {@link MailJournal#raw}.
 */
@Entity
@Table(name = "mail")
public class JournaledMail {

    private static final int TRIES = 5;
    private static final int LONGEST_WORD = 500;

    @Id
    private long id;

    private String mailbox;
    private Instant receivedAt;
    private Instant journaledAt;
    private long size;
    private boolean complete;
    private String contentDigest;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private String why;
    private String sender;
    private String senderName;
    private String subject;
    private String ticketId;
    private int attempts;
    private Instant dueAt;
    private Instant handledAt;
    private Instant answeredAt;
    private String decidedById;
    private String decidedBy;
    private Instant decidedAt;
    private String decision;

    protected JournaledMail() {}

    /** Keeps what a list shows of the mail. */
    public void describe(Mail mail) {
        sender = mail.sender();
        senderName = shortened(mail.senderName());
        subject = shortened(mail.subject());
    }

    public void duplicate(long of) {
        end(MailState.DUPLICATE, "the same as mail " + of, null);
    }

    public void ignored(String reason, Instant now) {
        handledAt = now;
        end(MailState.IGNORED, reason, null);
    }

    public void quarantined(String reason, Instant now) {
        handledAt = now;
        end(MailState.QUARANTINED, reason, null);
    }

    /** The acknowledgement of a new ticket is an automatic answer. */
    public void opened(String newTicket, Instant now) {
        handledAt = now;
        answeredAt = now;
        end(MailState.OPENED, null, newTicket);
    }

    /** @param answered whether the sender gets an automatic answer */
    public void noted(String onTicket, boolean answered, Instant now) {
        handledAt = now;
        answeredAt = answered ? now : null;
        end(MailState.NOTED, null, onTicket);
    }

    /** It could not be acted upon; it is tried again, each time after twice as long, and in the end quarantined. */
    public void failed(String reason, Duration firstPause, Instant now) {
        attempts++;
        if (attempts >= TRIES) {
            quarantined(shortened("it could not be acted upon: " + reason), now);
        } else {
            why = shortened(reason);
            dueAt = now.plus(firstPause.multipliedBy(1L << (attempts - 1)));
        }
    }

    /** @throws AlreadyDecided when it is not in quarantine */
    public void checkQuarantined() {
        if (state != MailState.QUARANTINED) {
            throw new AlreadyDecided(state);
        }
    }

    /**
     * An agent takes it for a ticket or a note.
     *
     * @throws AlreadyDecided when it is not in quarantine
     */
    public void release(String becomes, Actor by, Instant now) {
        checkQuarantined();
        decide(MailState.RELEASED, null, by, now);
        ticketId = becomes;
    }

    /**
     * An agent wants nothing to do with it.
     *
     * @throws AlreadyDecided when it is not in quarantine
     */
    public void refuse(String reason, Actor by, Instant now) {
        checkQuarantined();
        decide(MailState.REFUSED, reason, by, now);
    }

    private void decide(MailState as, String reason, Actor by, Instant now) {
        state = as;
        decision = reason;
        decidedById = by.id();
        decidedBy = by.name();
        decidedAt = now;
    }

    private void end(MailState as, String reason, String ticket) {
        state = as;
        why = reason;
        ticketId = ticket;
        dueAt = null;
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD);
    }

    public long id() {
        return id;
    }

    public String mailbox() {
        return mailbox;
    }

    /** When the mail server got it. */
    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant journaledAt() {
        return journaledAt;
    }

    /** In bytes, as it lay in the mailbox. */
    public long size() {
        return size;
    }

    /** False when only its headers were taken, because the rest was too large. */
    public boolean isComplete() {
        return complete;
    }

    /** The same for every copy of the mail. */
    public String contentDigest() {
        return contentDigest;
    }

    public MailState state() {
        return state;
    }

    /** Why it was ignored, quarantined, or not acted upon so far; null otherwise. */
    public String why() {
        return why;
    }

    public String sender() {
        return sender;
    }

    public String senderName() {
        return senderName;
    }

    public String subject() {
        return subject;
    }

    public String ticketId() {
        return ticketId;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** The reason that the agent gave. */
    public String decision() {
        return decision;
    }
}
