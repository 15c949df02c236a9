package com.interspace.ticketing.priority;

import com.interspace.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.Optional;

/** All versions of the priority matrix. */
public interface Matrices {

    PriorityMatrix current();

    Optional<PriorityMatrix> find(int version);

    /** The next version, or the current one when that says the same. */
    PriorityMatrix add(PriorityMatrix matrix, Actor by, Instant at);
}
