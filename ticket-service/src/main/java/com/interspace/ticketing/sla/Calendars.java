package com.interspace.ticketing.sla;

import com.interspace.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The business calendars that policies may name, in versions. */
public interface Calendars {

    /** The newest version of each, by name. */
    List<ClockHours> all();

    /** The newest version. */
    Optional<ClockHours> find(String name);

    Optional<ClockHours> find(String name, int version);

    /** The next version of that calendar, or its first; the newest one when that says the same. */
    ClockHours add(ClockHours calendar, Actor by, Instant at);
}
