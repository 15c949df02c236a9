package com.interspace.chassis.refusal;

import java.util.Map;

/** 412: {@code If-Match} names another version than the one that stands. */
public final class Stale extends Refusal {

    private final long version;

    public Stale(long version) {
        super(412, "stale", "Stale version", "The object has changed meanwhile; read it again, then repeat.");
        this.version = version;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("currentVersion", version);
    }
}
