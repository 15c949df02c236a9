package com.interspace.rfo.adapter.tmf;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Malformed;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.problem.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list is asked for: attribute filters that match exactly, {@code fields}, {@code offset} and {@code limit}.
 *
 * @param filter empty = nothing can match
 */
record ServiceProblemQuery(Optional<Problems.Filter> filter, Set<String> fields, int offset, int limit) {

    private static final Set<String> PAGING = Set.of("fields", "offset", "limit");
    private static final Set<String> FILTERS =
            Set.of("status", "priority", "category", "affectedService.id", "affectedResource.id", "troubleTicket.id");

    /** Statuses of TMF656 in which no problem ever is here. */
    private static final Set<String> NEVER = Set.of("rejected", "cancelled");

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int FURTHEST = 1_000_000;

    /** @throws Malformed if it asks for something that cannot be asked for */
    static ServiceProblemQuery of(MultivaluedMap<String, String> asked, Optional<Set<String>> accounts) {
        for (String key : asked.keySet()) {
            if (!PAGING.contains(key) && !FILTERS.contains(key)) {
                throw new Malformed("There is no filter " + key + "; there are " + new TreeSet<>(FILTERS) + ".");
            }
        }
        return new ServiceProblemQuery(
                filter(asked, accounts),
                fields(asked.getFirst("fields")),
                number("offset", asked.getFirst("offset"), 0, 0, FURTHEST),
                number("limit", asked.getFirst("limit"), USUAL, 1, MOST));
    }

    static Set<String> fields(String text) {
        return text == null
                ? Set.of()
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static Optional<Problems.Filter> filter(
            MultivaluedMap<String, String> asked, Optional<Set<String>> accounts) {
        String status = asked.getFirst("status");
        String priority = asked.getFirst("priority");
        if (NEVER.contains(String.valueOf(status))) {
            return Optional.empty();
        }
        Optional<Priority> rank = priority == null ? Optional.empty() : rank(priority);
        if (priority != null && rank.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problems.Filter(
                status == null ? null : status(status),
                rank.orElse(null),
                asked.getFirst("category"),
                null,
                null,
                asked.getFirst("affectedService.id"),
                asked.getFirst("affectedResource.id"),
                asked.getFirst("troubleTicket.id"),
                accounts));
    }

    private static ProblemStatus status(String word) {
        return Stream.of(ProblemStatus.values())
                .filter(status -> status.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new Malformed("There is no status " + word + "."));
    }

    /** Empty where no problem can have this number. */
    private static Optional<Priority> rank(String text) {
        int wanted = number("priority", text, 0, 1, 10);
        return Stream.of(Priority.values())
                .filter(priority -> priority.rank() == wanted)
                .findFirst();
    }

    private static int number(String field, String text, int usual, int least, int most) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // answered below like any other impossible number
        }
        throw new Invalid(field, "must be a whole number from " + least + " to " + most);
    }
}
