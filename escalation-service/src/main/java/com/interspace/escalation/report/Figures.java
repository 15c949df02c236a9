package com.interspace.escalation.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts what happened. */
public interface Figures {

    /**
     * @param accounts whose tickets count; empty = those of all accounts
     * @return one row of cells for the report's columns each: texts, numbers, durations, or null = nothing to say
     */
    List<List<Object>> rows(ReportKind kind, Period period, Optional<Set<String>> accounts);
}
