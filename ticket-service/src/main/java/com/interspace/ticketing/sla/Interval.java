package com.interspace.ticketing.sla;

import java.time.Instant;

/**
 * A stretch of a ticket's life as one clock saw it.
 *
 * @param to exclusive
 * @param why in plain English, for people
 */
public record Interval(Instant from, Instant to, boolean running, String why) {}
