package com.interspace.chassis.retention;

import java.time.Instant;

/** A table of the plumbing whose old rows are of no more use. */
public interface Forgetful {

    /** Deletes what has expired, a bounded batch at a time. */
    void forgetExpired(Instant now);
}
