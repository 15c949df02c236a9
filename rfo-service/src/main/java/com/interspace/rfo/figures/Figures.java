package com.interspace.rfo.figures;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import java.util.Optional;
import java.util.Set;

/**
 * One report of the desk under {@code /v1/rfo-reports/{name}}: a table drawn up for a period. Whoever implements it as a
 * bean is on the list; nothing else has to be told.
 */
public interface Figures {

    /** Its name on the wire, such as {@code rfo-timeliness}; unique. */
    String name();

    /** What it counts and by which rule, in one sentence. */
    String describes();

    /** Whether customers and partners may read it too, of their own accounts. */
    default boolean openToCustomers() {
        return false;
    }

    /** @param accounts whose objects count; empty = those of all accounts */
    Table drawUp(Period period, Optional<Set<String>> accounts);
}
