package com.interspace.rfo.report;

import com.interspace.chassis.page.Cursor;
import java.time.Instant;
import java.time.ZoneId;
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

    /** The newest edition that this number has ever had, even if it was withdrawn. */
    int newestEdition(String number);

    /** Newest first, at most {@code rows} of them, after the cursor if there is one. */
    List<Rfo> list(Filter filter, Cursor after, int rows);

    long count(Filter filter);

    /** The cursor that goes on after this RFO in {@link #list}. */
    static Cursor after(Rfo rfo) {
        return Cursor.of(rfo.requestedAt().toString(), rfo.id().toString());
    }

    /**
     * By the month of the request, oldest first; months without any are not there.
     *
     * @param from the first instant of request that counts
     * @param to the first that does not count any more
     * @param zone in which months begin and end
     * @param now splits the open ones into those in time and those that are late
     */
    List<TimelinessOfMonth> timeliness(Instant from, Instant to, ZoneId zone, Instant now);

    /** The next number of a year, such as {@code RFO-2026-000001}; without gaps, once the transaction commits. */
    String nextNumber(int year);
}
