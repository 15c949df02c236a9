package com.interspace.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every message that was ever written. */
public interface Messages {

    boolean exists(String eventId, String recipient, String channel);

    void add(Message message);

    /** The message, locked until the transaction ends. */
    Optional<Message> lock(UUID id);

    /**
     * Takes queued messages that are due and that nobody else has taken, and counts an attempt. Within one thread to
     * one recipient an earlier message goes first, unless it waits for a further attempt.
     *
     * @param until from then on others may take them, because whoever took them has died
     */
    List<Message> claim(Instant now, Instant until, int limit);

    /** The newest first. */
    List<Message> find(MessageQuery query, Long before, int limit);

    long count(MessageQuery query);
}
