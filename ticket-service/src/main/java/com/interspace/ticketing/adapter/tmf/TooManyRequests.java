package com.interspace.ticketing.adapter.tmf;

import com.interspace.chassis.refusal.Refusal;
import java.time.Duration;
import java.util.Map;

/** 429: the client has used up its share of this minute. */
final class TooManyRequests extends Refusal {

    private final long seconds;

    TooManyRequests(Duration wait) {
        super(429, "too-many-requests", "Too many requests", "Your client asks too often; wait and go on.");
        this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", String.valueOf(seconds));
    }
}
