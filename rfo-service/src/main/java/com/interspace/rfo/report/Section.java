package com.interspace.rfo.report;

/** What stands in a section that a person may write. */
public sealed interface Section permits Prose, Impact, RootCause, Measures {

    /** Whether it still lacks what an RFO cannot be approved without. */
    boolean incomplete();
}
