package com.interspace.rfo.finding;

import java.time.Duration;

/**
 * The risks that are looked for, and how long each stays the same one; {@code toString()} is the word on the wire.
 *
 * <p>Centre's rules: design, section 8.
 */
public enum FindingKind {
    /** Three tickets or more on one service or circuit in 30 days, and more than its own history explains. */
    CHRONIC_SERVICE("chronic-service", Duration.ofDays(30)),
    /** Four tickets or more that share a node, a site or an upstream within 15 minutes. */
    COMMON_CAUSE("common-cause", Duration.ofMinutes(15)),
    /** Three root causes or more of one category within 90 days. */
    REPEATED_CAUSE("repeated-cause", Duration.ofDays(90)),
    /** What was promised to prevent a problem was not done in time. */
    OVERDUE_ACTION("overdue-action", Duration.ZERO),
    /** A reading of the monitoring beyond its threshold. */
    DEGRADATION("degradation", Duration.ofDays(1));

    private final String word;
    private final Duration memory;

    FindingKind(String word, Duration memory) {
        this.word = word;
        this.memory = memory;
    }

    /** What comes within this time of a finding's evidence belongs to the same finding. */
    public Duration memory() {
        return memory;
    }

    @Override
    public String toString() {
        return word;
    }
}
