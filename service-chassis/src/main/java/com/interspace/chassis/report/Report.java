package com.interspace.chassis.report;

import java.time.Instant;

/**
 * A report as it was drawn up.
 *
 * @param name the word on the wire
 * @param describes what it counts and by which rule, in one sentence
 * @param at until when everything that was known by then is counted
 */
public record Report(String name, String describes, Period period, Instant at, Table table) {}
