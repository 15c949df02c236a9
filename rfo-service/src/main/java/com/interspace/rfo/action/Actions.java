package com.interspace.rfo.action;

import com.interspace.chassis.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All preventive actions. */
public interface Actions {

    /** Which actions a list shows; null = any. {@code overdue} true = only what is late and open. */
    record Filter(UUID problemId, ActionStatus status, String owner, boolean overdue) {}

    void add(PreventiveAction action);

    Optional<PreventiveAction> byId(UUID id);

    /** As {@link #byId}, and nobody else may lock or change it until the transaction ends. */
    Optional<PreventiveAction> locked(UUID id);

    /** Soonest due first, at most {@code rows} of them, after the cursor if there is one. */
    List<PreventiveAction> list(Filter filter, Cursor after, int rows);

    long count(Filter filter);

    /** What is open and overdue and was due from an instant up to another, the longest overdue first. */
    List<PreventiveAction> overdue(Instant from, Instant before);

    /** The cursor that goes on after this action in {@link #list}. */
    static Cursor after(PreventiveAction action) {
        return Cursor.of(action.due().toString(), action.id().toString());
    }
}
