package com.interspace.chassis.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** An open interval of one business day on the time line: open from {@code start}, closed from {@code end} on. */
record OpenSpan(LocalDate day, Instant start, Instant end) {

    boolean isEmpty() {
        return !start.isBefore(end);
    }

    boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /** {@code at}, or the start where {@code at} is before it. */
    Instant notBeforeStart(Instant at) {
        return at.isBefore(start) ? start : at;
    }

    Duration within(Instant from, Instant to) {
        Instant begin = notBeforeStart(from);
        Instant finish = to.isBefore(end) ? to : end;
        return begin.isBefore(finish) ? Duration.between(begin, finish) : Duration.ZERO;
    }
}
