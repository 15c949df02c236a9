package com.interspace.chassis.refusal;

import java.util.Map;

/** 503: the database does not answer now. Whether a change has counted is not known. */
final class Away extends Refusal {

    static final Away NOW = new Away();

    private Away() {
        super(
                503,
                "unavailable",
                "Unavailable",
                "The service cannot work with its database now. Ask again; with the same Idempotency-Key nothing"
                        + " happens twice.");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", "1");
    }
}
