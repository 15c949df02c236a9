package com.interspace.ticketing.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a ticket is for escalation. Travels with every event, so that nobody else computes pauses.
 *
 * @param cycle 1 from the opening, one more with each reopen, which starts from zero
 * @param accrued running time of the cycle up to {@code runningSince}, or altogether while it stands still
 * @param runningSince null while it stands still
 */
public record Age(int cycle, Duration accrued, Instant runningSince) {}
