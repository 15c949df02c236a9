package com.interspace.ticketing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clock did from the ticket's opening to a moment, cut at its business hours.
 *
 * @param intervals without a gap
 * @param goesOn whether nothing that happened to the ticket stops the clock; it may be closed for the night
 */
record Track(List<Interval> intervals, boolean goesOn, ClockHours hours) {

    Duration elapsed() {
        return intervals.stream()
                .filter(Interval::running)
                .map(interval -> Duration.between(interval.from(), interval.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When the running time adds up to the amount; empty when the clock stands still before that. */
    Optional<Instant> reaches(Duration amount) {
        Duration left = amount;
        for (Interval interval : intervals) {
            if (interval.running()) {
                Duration within = Duration.between(interval.from(), interval.to());
                if (within.compareTo(left) >= 0) {
                    return Optional.of(interval.from().plus(left));
                }
                left = left.minus(within);
            }
        }
        Instant end = intervals.get(intervals.size() - 1).to();
        return goesOn ? Optional.of(hours.plus(end, left)) : Optional.empty();
    }
}
