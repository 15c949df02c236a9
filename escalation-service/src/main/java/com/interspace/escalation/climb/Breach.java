package com.interspace.escalation.climb;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;

/**
 * A target that was missed, once per clock and cycle.
 *
 * @param ageMillis the age of the ticket at the moment of the breach, in milliseconds
 */
@Embeddable
public record Breach(int cycle, @Enumerated(EnumType.STRING) SlaClock clock, long ageMillis) {

    Duration age() {
        return Duration.ofMillis(ageMillis);
    }

    boolean isOfTheSameTarget(Breach other) {
        return cycle == other.cycle && clock == other.clock;
    }

    boolean isNoEarlierThan(Breach other) {
        return isOfTheSameTarget(other) && ageMillis >= other.ageMillis;
    }
}
