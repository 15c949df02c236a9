package com.interspace.escalation.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Knows whether escalation stands still, from looks at what is due. It needs no look to know that there was none: a
 * process that can look no more says so by itself.
 */
public final class Watchdog {

    private final Duration tolerance;
    private Instant lookedAt;
    private Stall seen;

    /** @param tolerance how late a level may fire, and how old the last look may be, before it counts as standing still */
    public Watchdog(Duration tolerance, Instant startedAt) {
        this.tolerance = tolerance;
        this.lookedAt = startedAt;
    }

    /** What is due before this instant and has not fired is too late. */
    public Instant tooLateBefore(Instant now) {
        return now.minus(tolerance);
    }

    /**
     * What a look shows that has to be told of, be it over by now or not.
     *
     * @param oldestTooLate when the oldest level was due that is too late; empty = nothing is
     */
    public synchronized Optional<Stall> verdict(Optional<Instant> oldestTooLate, Instant now) {
        return oldestTooLate
                .map(since -> new Stall(Stall.Kind.TIMERS_OVERDUE, since))
                .or(() -> gapAt(now));
    }

    /** Takes the look in, once what it showed is written down. */
    public synchronized void looked(Optional<Instant> oldestTooLate, Instant now) {
        lookedAt = now;
        seen = oldestTooLate
                .map(since -> new Stall(Stall.Kind.TIMERS_OVERDUE, since))
                .orElse(null);
    }

    /** Whether escalation stands still, as far as this process can know. */
    public synchronized Optional<Stall> stallAt(Instant now) {
        return gapAt(now).or(() -> Optional.ofNullable(seen));
    }

    /** For how long it has stood still; zero when it does not. */
    public Duration standingStillAt(Instant now) {
        return stallAt(now).map(stall -> Duration.between(stall.since(), now)).orElse(Duration.ZERO);
    }

    private Optional<Stall> gapAt(Instant now) {
        return lookedAt.isBefore(tooLateBefore(now))
                ? Optional.of(new Stall(Stall.Kind.NOBODY_LOOKED, lookedAt))
                : Optional.empty();
    }
}
