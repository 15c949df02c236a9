package com.interspace.ticketing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One clock at one moment, with the explanation of every second.
 *
 * @param due when the target is or was reached; null while the clock stands still before that
 * @param promised the date that follows from opening (for the update clock: the last word), priority and policy alone:
 *     what the customer was told; no pause moves it
 * @param remaining negative once the target has been missed
 * @param intervals without a gap from the ticket's opening to the moment of reading
 */
public record ClockReading(
        ClockName name,
        Instant due,
        Instant promised,
        Duration elapsed,
        Duration remaining,
        ClockState state,
        int policyVersion,
        List<Interval> intervals) {}
