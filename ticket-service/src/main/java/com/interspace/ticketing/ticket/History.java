package com.interspace.ticketing.ticket;

import java.util.List;

/** The append-only history of every ticket. */
public interface History {

    /** The next row, which the ticket's head is moved to; it still has to be added. */
    HistoryRow chain(Ticket ticket, Recorded recorded);

    /** Adds a row to a ticket that is on the shelf. */
    void add(HistoryRow row);

    /** In order; at most {@code limit + 1} rows. */
    List<HistoryRow> of(String ticketId, long afterSequence, int limit);

    /** Every row, in order. */
    List<HistoryRow> whole(String ticketId);
}
