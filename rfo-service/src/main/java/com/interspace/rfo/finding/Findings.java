package com.interspace.rfo.finding;

import com.interspace.chassis.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All findings and what they rest on. */
public interface Findings {

    /** Which findings a list shows; null = any. {@code subject} is an id, {@code evidence} the id of a ticket. */
    record Filter(FindingState state, FindingKind kind, String subject, String ticketId) {}

    void add(Finding finding);

    /** @return what was not there yet, by time; what was there stands as it was */
    List<Evidence> add(UUID findingId, List<Evidence> evidence);

    /** @return false if this piece was there already; it stands as it was */
    default boolean add(UUID findingId, Evidence piece) {
        return !add(findingId, List.of(piece)).isEmpty();
    }

    /**
     * The finding to which something at this time belongs, because its evidence lies within {@link FindingKind#memory()}
     * of it; nobody else may lock or change it until the transaction ends.
     */
    Optional<Finding> current(FindingKind kind, Subject subject, String about, Instant at);

    /** As {@link #current} for the first of these subjects that has one. */
    Optional<Finding> currentOfAny(FindingKind kind, List<Subject> subjects, Instant at);

    Optional<Finding> byId(UUID id);

    /** As {@link #byId}, and nobody else may lock or change it until the transaction ends. */
    Optional<Finding> locked(UUID id);

    /** Newest first, at most {@code rows} of them, after the cursor if there is one. */
    List<Finding> list(Filter filter, Cursor after, int rows);

    long count(Filter filter);

    /** The cursor that goes on after this finding in {@link #list}. */
    static Cursor after(Finding finding) {
        return Cursor.of(finding.raisedAt().toString(), finding.id().toString());
    }

    /** By time, at most so many. */
    List<Evidence> evidenceOf(UUID id, int most);

    /** The ids of the tickets that these findings rest on. */
    Set<String> ticketsBehind(Set<UUID> ids);

    /** Those that have led to the problem or are about one of its actions, by age. */
    List<Finding> ofProblem(UUID problemId);
}
