package com.interspace.notification.message;

import com.interspace.notification.audience.Document;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import com.interspace.notification.audience.PlainText;
import com.interspace.notification.audience.Recipient;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One logical message: what one recipient is told about one event over one channel. It is decided and written once,
 * when the event arrives; afterwards only its delivery moves on:
 *
 * <pre>
 * queued -> sent -> bounced
 *        -> delivered | failed | suppressed
 * </pre>
 *
 * A failure that may pass leaves it queued, to be tried again later. An update that has not left yet may take others
 * in, which are then told in it. What went to a webhook may be queued again, under the same id.
 */
@Entity
@Table(name = "message")
public class Message {

    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    /** The order in which messages were written; given by the database. */
    @Column(insertable = false, updatable = false)
    private Long position;

    @Column(name = "event_id")
    private String eventId;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Column(name = "service_id")
    private String serviceId;

    @Column(name = "ticket_id")
    private String ticketId;

    private String account;

    @Enumerated(EnumType.STRING)
    private Party party;

    private String recipient;
    private String address;
    private String channel;

    @Column(name = "message_id")
    private String messageId;

    /** The Message-ID of the thread's opening, for this recipient. */
    private String thread;

    private String subject;
    private String text;
    private String html;

    @Embedded
    private Document document;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private String why;
    private int attempts;

    /** The version of this message, counted in events about it. */
    private long revision;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    /** Whether nothing behind it in its thread may overtake it, however long it takes. */
    private boolean strict;

    @Column(name = "leaves_at")
    private Instant leavesAt;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "told_in")
    private UUID toldIn;

    private String origin;

    @Column(name = "trace_parent")
    private String traceParent;

    protected Message() {}

    /** @param thread the Message-ID that opens the thread; equal to {@code messageId} for the opening itself */
    Message(Notice notice, Recipient to, String messageId, String thread, Wording.Letter letter, Instant now) {
        this(notice, to.party(), to.key(), to.address(), to.medium(), messageId, thread, letter, now);
    }

    private Message(
            Notice notice,
            Party party,
            String recipient,
            String address,
            Medium medium,
            String messageId,
            String thread,
            Wording.Letter letter,
            Instant now) {
        this.id = UUID.randomUUID();
        this.eventId = notice.eventId();
        this.occasion = notice.occasion();
        this.serviceId = notice.serviceId();
        this.ticketId = notice.ticketId();
        this.account = notice.account();
        this.party = party;
        this.recipient = recipient;
        this.address = address;
        this.channel = medium.toString();
        this.messageId = messageId;
        this.thread = thread;
        this.subject = letter.subject();
        this.text = letter.text();
        this.html = letter.html();
        this.document = medium == Medium.EMAIL ? notice.facts().document() : null;
        this.origin = medium == Medium.EMAIL ? notice.origin() : null;
        this.traceParent = notice.traceParent();
        this.state = MessageState.QUEUED;
        this.revision = 1;
        this.writtenAt = now;
        this.changedAt = now;
        this.dueAt = now;
        this.leavesAt = now;
        this.queuedAt = now;
    }

    /**
     * What one subscription is told about an event; the messages about one ticket arrive in order.
     *
     * @param name the event as the subscription calls it
     * @param body what is transmitted
     */
    public static Message delivery(
            Notice notice, UUID subscription, String url, String name, String body, Instant now) {
        Message message = new Message(
                notice,
                Party.PARTNER,
                subscription.toString(),
                url,
                Medium.WEBHOOK,
                MessageIds.delivery(notice.eventId(), subscription),
                subscription + " " + notice.ticketId(),
                new Wording.Letter(name, body, ""),
                now);
        message.strict = true;
        return message;
    }

    public boolean isQueued() {
        return state == MessageState.QUEUED;
    }

    /** The other side has taken it over; a webhook confirms by that that it has arrived. */
    public void sent(Instant now) {
        settle(party == Party.PARTNER ? MessageState.DELIVERED : MessageState.SENT, null, now);
    }

    public void failed(String reason, Instant now) {
        settle(MessageState.FAILED, reason, now);
    }

    /** It is decided that it does not leave. */
    public void suppressed(String reason, Instant now) {
        settle(MessageState.SUPPRESSED, reason, now);
    }

    /** It came back after it had been accepted. */
    public void bounced(String reason, Instant now) {
        settle(MessageState.BOUNCED, reason, now);
    }

    /** Stays queued after an attempt that came to nothing. */
    public void postponed(String reason, Instant nextAttempt) {
        why = PlainText.line(reason, LONGEST_REASON);
        dueAt = nextAttempt;
        claimedUntil = null;
    }

    /** Does not leave before this instant. */
    public void leaveAt(Instant instant) {
        leavesAt = instant;
        dueAt = instant;
    }

    /** Goes out as a part of another message to the same person instead of by itself. */
    public void toldIn(Message carrier, Instant now) {
        toldIn = carrier.id;
        suppressed("Told together with others in " + carrier.messageId, now);
    }

    /** Takes further updates in. */
    public void rewrite(Wording.Letter letter) {
        subject = letter.subject();
        text = letter.text();
        html = letter.html();
    }

    private void settle(MessageState outcome, String reason, Instant now) {
        state = outcome;
        why = PlainText.line(reason, LONGEST_REASON);
        changedAt = now;
        claimedUntil = null;
        revision++;
    }

    /** How long it has been tried for. */
    public Duration age(Instant now) {
        return Duration.between(queuedAt, now);
    }

    public boolean isStrict() {
        return strict;
    }

    public String thread() {
        return thread;
    }

    public Party party() {
        return party;
    }

    public boolean isOn(Medium medium) {
        return channel.equals(medium.toString());
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Instant leavesAt() {
        return leavesAt;
    }

    public String origin() {
        return origin;
    }

    /** The trace of the event that it tells of, in which its delivery goes on; null when there is none. */
    public String traceParent() {
        return traceParent;
    }

    public UUID id() {
        return id;
    }

    public long position() {
        return position;
    }

    public String eventId() {
        return eventId;
    }

    public Occasion occasion() {
        return occasion;
    }

    public String serviceId() {
        return serviceId;
    }

    public String ticketId() {
        return ticketId;
    }

    public String account() {
        return account;
    }

    public String recipient() {
        return recipient;
    }

    public String address() {
        return address;
    }

    public String channel() {
        return channel;
    }

    public String messageId() {
        return messageId;
    }

    /** The Message-ID that this one answers to; empty for the opening of a thread. */
    public Optional<String> inReplyTo() {
        return thread.equals(messageId) ? Optional.empty() : Optional.of(thread);
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    public String html() {
        return html;
    }

    /** The document that is fetched and attached when it leaves. */
    public Optional<Document> document() {
        return Optional.ofNullable(document);
    }

    public MessageState state() {
        return state;
    }

    /** Why it has not arrived (yet); null when nothing went wrong. */
    public String why() {
        return why;
    }

    public int attempts() {
        return attempts;
    }

    public long revision() {
        return revision;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
