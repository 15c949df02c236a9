package com.interspace.chassis.refusal;

import java.util.Map;

/** 401: nobody knows who is calling. */
final class Unknown extends Refusal {

    static final Unknown CALLER = new Unknown();

    private Unknown() {
        super(401, "unauthorized", "Unauthorized", "This operation needs a bearer token that is valid now.");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("WWW-Authenticate", "Bearer");
    }
}
