package com.interspace.rfo.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a person writes into a problem. Null leaves as it is; an empty text takes away, where that is possible. */
public record ProblemPatch(
        String title,
        String description,
        String reason,
        String category,
        Priority priority,
        RootCause rootCause,
        String workaround,
        Boolean knownError,
        String permanentFix,
        Set<String> services,
        Set<String> circuits) {

    public static final ProblemPatch NOTHING =
            new ProblemPatch(null, null, null, null, null, null, null, null, null, null, null);

    /** The names of the fields that are written, as they stand on the wire. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>();
        note(fields, "title", title);
        note(fields, "description", description);
        note(fields, "reason", reason);
        note(fields, "category", category);
        note(fields, "priority", priority);
        note(fields, "rootCause", rootCause);
        note(fields, "workaround", workaround);
        note(fields, "knownError", knownError);
        note(fields, "permanentFix", permanentFix);
        note(fields, "affectedServices", services);
        note(fields, "affectedCircuits", circuits);
        return fields;
    }

    private static void note(List<String> fields, String name, Object value) {
        if (value != null) {
            fields.add(name);
        }
    }
}
