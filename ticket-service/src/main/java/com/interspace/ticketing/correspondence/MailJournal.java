package com.interspace.ticketing.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Every mail that arrived, as it came, and what has become of it. */
public interface MailJournal {

    /**
     * Writes it down.
     *
     * @return false when this place in this mailbox stands in the journal already
     */
    boolean add(ArrivedMail mail, String contentDigest, Instant now);

    /** The highest number taken from this generation of this mailbox. */
    OptionalLong lastUid(String mailbox, long uidValidity);

    /** One that has to be acted upon, the oldest first. */
    OptionalLong nextDue(Instant now);

    /** The same, locked until the transaction ends; none when it is not due any more or somebody else has it. */
    Optional<JournaledMail> takeDue(long id, Instant now);

    /** For a decision; nobody else decides until the transaction ends. */
    Optional<JournaledMail> take(long id);

    Optional<JournaledMail> find(long id);

    byte[] raw(long id);

    /**
     * Another copy that has been acted upon. Who asks for the same digest waits until this transaction ends, so of
     * two copies one acts.
     */
    OptionalLong actedUponCopy(JournaledMail mail);

    /** Newest first; at most {@code limit + 1} rows. */
    List<JournaledMail> list(MailState state, long beforeId, int limit);

    /** Tickets that this address has opened by mail since then. */
    long openedSince(String sender, Instant since);

    /** Whether this address has had an automatic answer about the ticket since then. */
    boolean wasAnsweredSince(String sender, String ticketId, Instant since);

    long waiting(MailState state);

    /** When the one was written down that has been due for longest. */
    Optional<Instant> oldestDue();
}
