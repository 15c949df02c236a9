package com.interspace.ticketing.ticket;

import java.util.List;

/** The append-only history of every ticket. */
public interface History {

    /** Adds the row and moves the ticket's head to it. */
    void append(Ticket ticket, Recorded recorded);

    /** In order; at most {@code limit + 1} rows. */
    List<HistoryRow> of(String ticketId, long afterSequence, int limit);

    /** Every row, in order. */
    List<HistoryRow> whole(String ticketId);
}
