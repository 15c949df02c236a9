package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.sla.SlaPolicy;

/** Where every case is entered when it begins. */
public interface Register {

    /**
     * What a ticket begins with.
     *
     * @param id one that no ticket has had
     * @param matrix the one in force
     * @param policy the one in force
     */
    record Entry(String id, PriorityMatrix matrix, SlaPolicy policy) {}

    Entry next();
}
