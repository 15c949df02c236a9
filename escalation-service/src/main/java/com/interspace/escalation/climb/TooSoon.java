package com.interspace.escalation.climb;

import com.interspace.chassis.refusal.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** 409: a customer asks again before the pause is over. */
public final class TooSoon extends Conflict {

    TooSoon(Instant lastAskedAt, Duration apart) {
        super(
                "escalation-too-soon",
                "Too soon",
                "The next level may be asked for again " + apart.toMinutes() + " minutes after the last request.",
                Map.of(
                        "lastAskedAt",
                        lastAskedAt.toString(),
                        "earliestAt",
                        lastAskedAt.plus(apart).toString()));
    }
}
