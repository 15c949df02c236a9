package com.interspace.ticketing.sla;

import com.interspace.chassis.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a clock may run at all: day and night, or within one version of a named calendar.
 *
 * @param name null for day and night
 * @param version of the calendar; 0 for day and night
 */
public record ClockHours(String name, int version, BusinessCalendar calendar) {

    /** The centre works 24x7, so its own clocks do too. */
    public static final ClockHours DAY_AND_NIGHT = new ClockHours(null, 0, null);

    public boolean isDayAndNight() {
        return calendar == null;
    }

    Instant plus(Instant from, Duration time) {
        return isDayAndNight() ? from.plus(time) : calendar.plus(from, time);
    }

    Duration between(Instant from, Instant to) {
        return isDayAndNight() ? Duration.between(from, to) : calendar.between(from, to);
    }

    /** A stretch in which the clock would run, cut where the calendar closes and opens; no second is left out. */
    List<Interval> cut(Interval running) {
        if (isDayAndNight() || !running.from().isBefore(running.to())) {
            return List.of(running);
        }
        List<Interval> pieces = new ArrayList<>();
        Instant at = running.from();
        while (at.isBefore(running.to())) {
            Instant until;
            if (calendar.isOpen(at)) {
                until = calendar.openUntil(at, running.to());
                pieces.add(new Interval(at, until, true, running.why()));
            } else {
                Instant opening = calendar.nextOpening(at);
                until = opening.isBefore(running.to()) ? opening : running.to();
                pieces.add(new Interval(at, until, false, "outside the hours of calendar " + name));
            }
            at = until;
        }
        return pieces;
    }
}
