package com.interspace.ticketing.usecase;

import com.interspace.ticketing.ticket.History;
import com.interspace.ticketing.ticket.HistoryRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Somebody follows what happens to a ticket that he may see. */
@ApplicationScoped
public class FollowTicket {

    private static final int BATCH = 100;

    private final History history;

    @Inject
    FollowTicket(History history) {
        this.history = history;
    }

    /** The next happenings after that one, in order; empty when there are none yet. */
    @Transactional
    public List<HistoryRow> after(String ticketId, long sequence) {
        return history.of(ticketId, sequence, BATCH);
    }
}
