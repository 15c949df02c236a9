package com.interspace.ticketing.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the files of tickets are kept. */
public interface Attachments {

    /**
     * Stores bytes as they arrive, in the caller's transaction.
     *
     * @throws IOException whatever the source throws
     */
    void write(UUID id, InputStream bytes) throws IOException;

    /** The stored bytes, fetched piece by piece as they are read; of a file that has none, nothing. */
    InputStream read(UUID id);

    /** Forgets the bytes for ever. */
    void erase(UUID id);

    void add(Attachment attachment);

    Optional<Attachment> find(String ticketId, UUID id);

    /**
     * Oldest first; at most {@code limit + 1} rows.
     *
     * @param afterSequence the sequence of the last one of the page before, 0 to begin
     */
    List<Attachment> of(String ticketId, long afterSequence, int limit);

    long count(String ticketId);

    /** One that is due to be examined, locked until the transaction ends; none that somebody else has locked. */
    Optional<Attachment> takeDueForExamination(Instant now);
}
