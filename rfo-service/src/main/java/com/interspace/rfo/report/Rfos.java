package com.interspace.rfo.report;

import com.interspace.chassis.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All RFOs. */
public interface Rfos {

    /**
     * Which RFOs a list shows.
     *
     * @param ticketId null = of any ticket
     * @param status null = in any
     * @param accounts empty = of all accounts
     */
    record Filter(String ticketId, RfoStatus status, Optional<Set<String>> accounts) {}

    void add(Rfo rfo);

    Optional<Rfo> byId(UUID id);

    /** As {@link #byId}, and nobody else may lock or change it until the transaction ends. */
    Optional<Rfo> locked(UUID id);

    Optional<Rfo> openOf(String ticketId);

    /** Newest first, at most {@code rows} of them, after the cursor if there is one. */
    List<Rfo> list(Filter filter, Cursor after, int rows);

    long count(Filter filter);

    /** The cursor that goes on after this RFO in {@link #list}. */
    static Cursor after(Rfo rfo) {
        return Cursor.of(rfo.requestedAt().toString(), rfo.id().toString());
    }

    /** The next number of a year, such as {@code RFO-2026-000001}; without gaps, once the transaction commits. */
    String nextNumber(int year);
}
