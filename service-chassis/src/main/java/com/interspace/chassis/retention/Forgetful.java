package com.interspace.chassis.retention;

/** Whoever keeps a table whose old rows are of no more use. */
public interface Forgetful {

    Retention retention();
}
