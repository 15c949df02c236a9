package com.interspace.notification.message;

import com.interspace.notification.audience.Medium;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every message that was ever written. */
public interface Messages {

    /** Who has been written to about this event; nobody is written to twice on the same way out. */
    Set<Told> toldOf(String eventId);

    record Told(String recipient, Medium medium) {}

    void add(Message message);

    /** The message, locked until the transaction ends. */
    Optional<Message> lock(UUID id);

    /** The message with this Message-ID, locked until the transaction ends. */
    Optional<Message> lockById(String messageId);

    /**
     * Takes queued messages that are due and that nobody else has taken, and counts an attempt. Within one thread to
     * one recipient an earlier message goes first, unless it waits for a further attempt and does not insist.
     *
     * @param until from then on others may take them, because whoever took them has died
     * @param each at most so many to one recipient
     * @param busy recipients who get nothing now
     */
    List<Message> claim(Medium medium, Instant now, Instant until, int limit, int each, Set<String> busy);

    /** Lets what waits behind a strict message wait as long. */
    void postponeThread(String thread, Instant until);

    /** When the latest update to this person about this ticket left or will leave. */
    Optional<Instant> latestUpdate(String recipient, String ticketId);

    /** The update to this person about this ticket that has not left yet, locked until the transaction ends. */
    Optional<Message> lockWaitingUpdate(String recipient, String ticketId, Instant now);

    /** The events whose content goes out in this message, its own among them, in the order in which they were heard. */
    List<String> eventsToldIn(Message carrier);

    /** The message that has told this person the same note of a major incident, in whichever thread. */
    Optional<String> toldOrigin(String origin, String recipient, String account);

    /**
     * Queues what was written to a subscription behind this position again, under the same ids.
     *
     * @param position null for everything
     * @return how many
     */
    int repeat(UUID subscription, Long position, Instant now);

    /** How many wait on each way out, and since when the one that waits longest is due; only what is due counts. */
    List<Backlog> backlog(Instant now);

    record Backlog(Medium medium, long messages, Instant dueSince) {}

    /** The newest first. */
    List<Message> find(MessageQuery query, Long before, int limit);

    long count(MessageQuery query);
}
