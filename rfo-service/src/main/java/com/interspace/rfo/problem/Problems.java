package com.interspace.rfo.problem;

import com.interspace.chassis.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All problems. */
public interface Problems {

    /**
     * Which problems a list shows; null = any.
     *
     * @param ticketId linked to it, or a known error that matches it
     * @param accounts empty = of all; otherwise those that hurt a service or ticket of one of these accounts
     */
    record Filter(
            ProblemStatus status,
            Priority priority,
            String category,
            String causeCategory,
            Boolean knownError,
            String serviceId,
            String circuitId,
            String ticketId,
            Optional<Set<String>> accounts) {}

    /** A ticket of a problem, as far as it is known; null where its events have not arrived yet. */
    record LinkedTicket(
            String ticketId,
            String account,
            String serviceId,
            String status,
            String priority,
            String summary,
            Instant createdAt) {}

    /** A root cause that was written down. */
    record Cause(UUID problemId, String number, Instant at, String title) {}

    void add(Problem problem);

    Optional<Problem> byId(UUID id);

    /** As {@link #byId}, and nobody else may lock or change it until the transaction ends. */
    Optional<Problem> locked(UUID id);

    /** Newest first, at most {@code rows} of them, after the cursor if there is one. */
    List<Problem> list(Filter filter, Cursor after, int rows);

    /** Newest first, from a row on; for the paging of TMF. */
    List<Problem> slice(Filter filter, int from, int rows);

    long count(Filter filter);

    /** The cursor that goes on after this problem in {@link #list}. */
    static Cursor after(Problem problem) {
        return Cursor.of(problem.openedAt().toString(), problem.id().toString());
    }

    /**
     * Known errors that are not closed and hurt the service or the circuit, or those of the ticket: what a new ticket is
     * offered. Newest first.
     */
    List<Problem> knownErrors(String serviceId, String circuitId, String ticketId, int rows);

    /** The highest priority that one of these tickets has had; empty while none of them is known. */
    Optional<Priority> worstOf(Set<String> tickets);

    /** In the order of their ids. */
    List<LinkedTicket> ticketsOf(UUID id);

    /** Those of the services and tickets that belong to one of the accounts. */
    Set<String> ownServices(Set<String> services, Set<String> accounts);

    Set<String> ownTickets(Set<String> tickets, Set<String> accounts);

    /** What was written down as a root cause of this category in this time (both ends included), oldest first. */
    List<Cause> causes(String category, Instant from, Instant to);

    /** The numbers of these problems. */
    Map<UUID, String> numbers(Set<UUID> ids);

    /** The next number of a year, such as {@code PRB-2026-000001}; without gaps, once the transaction commits. */
    String nextNumber(int year);
}
