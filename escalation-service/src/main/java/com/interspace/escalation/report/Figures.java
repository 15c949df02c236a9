package com.interspace.escalation.report;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import java.util.Optional;
import java.util.Set;

/** Counts what happened. */
public interface Figures {

    /** @param accounts whose tickets count; empty = those of all accounts */
    Table drawUp(ReportKind kind, Period period, Optional<Set<String>> accounts);
}
