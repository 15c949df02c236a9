package com.interspace.escalation.report;

import java.time.Instant;
import java.util.List;

/**
 * A report as it was drawn up.
 *
 * @param at until when everything that was known is counted
 */
public record Report(ReportKind kind, Period period, Instant at, List<List<Object>> rows) {}
