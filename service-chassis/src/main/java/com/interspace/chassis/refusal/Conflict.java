package com.interspace.chassis.refusal;

import java.util.Map;

/** 409: not as things stand now; says what is and what is allowed. */
public class Conflict extends Refusal {

    private final transient Map<String, Object> members;

    public Conflict(String slug, String title, String detail, Map<String, Object> members) {
        super(409, slug, title, detail);
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
