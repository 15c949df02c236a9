package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.sla.SlaPolicy;
import java.util.List;

/** Where every case is entered when it begins. */
public interface Register {

    /**
     * What a ticket begins with.
     *
     * @param id one that no ticket has had
     * @param matrix the one in force
     * @param policy the one in force
     * @param likelyDuplicates open tickets of the account on the service or the circuit, newest first, at most ten
     */
    record Entry(String id, PriorityMatrix matrix, SlaPolicy policy, List<String> likelyDuplicates) {}

    /**
     * @param serviceId may be null
     * @param circuitId may be null
     */
    Entry next(String account, String serviceId, String circuitId);
}
