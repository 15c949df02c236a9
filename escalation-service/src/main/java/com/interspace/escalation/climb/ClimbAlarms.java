package com.interspace.escalation.climb;

/** Calls for a person's eyes. */
public interface ClimbAlarms {

    /** A level's time had come and nobody could be told. */
    void nobodyReachable(Step skipped);
}
