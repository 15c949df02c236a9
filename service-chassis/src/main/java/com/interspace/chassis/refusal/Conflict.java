package com.interspace.chassis.refusal;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** 409: not as things stand now; says what is and what is allowed. */
public class Conflict extends Refusal {

    private static final Set<String> TAKEN = Set.of("type", "title", "status", "detail", "instance");

    private final transient Map<String, Object> members;

    /** @param members what is and what is allowed, under names that a problem document does not use itself */
    public Conflict(String slug, String title, String detail, Map<String, Object> members) {
        super(409, slug, title, detail);
        if (!Collections.disjoint(members.keySet(), TAKEN)) {
            throw new IllegalArgumentException("A problem document has its own " + TAKEN + ": " + members.keySet());
        }
        this.members = Map.copyOf(members);
    }

    public Conflict(String slug, String title, String detail) {
        this(slug, title, detail, Map.of());
    }

    @Override
    public Map<String, Object> members() {
        return members;
    }
}
