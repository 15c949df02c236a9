package com.interspace.chassis.refusal;

import java.time.Instant;
import java.util.Map;

/**
 * 409 that rests on a projection of another service's events, which may lag by a moment: it says as of when it
 * speaks and asks to be tried again in a second.
 */
public final class NotYet extends Conflict {

    /** @param asOf the time of the newest event that the answer rests on; null when none has arrived */
    public NotYet(String slug, String title, String detail, Instant asOf) {
        super(slug, title, detail, Map.of("asOf", asOf == null ? "never" : asOf.toString()));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", "1");
    }
}
