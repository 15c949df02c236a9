package com.interspace.ticketing.ticket;

import java.util.List;

/** What has been said about tickets. */
public interface Notes {

    void add(Note note);

    /**
     * Oldest first; at most {@code limit + 1} rows.
     *
     * @param afterSequence the sequence of the last note of the page before, 0 to begin
     */
    List<Note> of(String ticketId, boolean alsoInternal, long afterSequence, int limit);
}
