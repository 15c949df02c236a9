package com.interspace.escalation.watch;

import java.time.Instant;
import java.util.Locale;

/**
 * That escalation stands still.
 *
 * @param since when it should have moved, or was last seen to move
 */
public record Stall(Kind kind, Instant since) {

    /** What can be seen of the reason. */
    public enum Kind {
        /** Levels are due and nobody fires them. */
        TIMERS_OVERDUE,
        /** Nobody could look, because the database was away or this process stood still itself. */
        NOBODY_LOOKED;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
