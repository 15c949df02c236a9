package com.interspace.ticketing.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What has been said about tickets. */
public interface Notes {

    void add(Note note);

    Optional<Note> find(UUID id);

    /** Whether the ticket has been told that note of its parent. */
    boolean wasCarried(String ticketId, UUID parentsNote);

    /**
     * Oldest first; at most {@code limit + 1} rows.
     *
     * @param afterSequence the sequence of the last note of the page before, 0 to begin
     */
    List<Note> of(String ticketId, boolean alsoInternal, long afterSequence, int limit);
}
