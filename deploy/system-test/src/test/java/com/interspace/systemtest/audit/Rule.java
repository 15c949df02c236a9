package com.interspace.systemtest.audit;

import java.util.stream.Stream;

/** Something that is true after every run, whatever was killed, cut off or late meanwhile. */
interface Rule {

    /** What is true, as a sentence. */
    String sentence();

    /** Where it is not, in words; empty when it holds. */
    Stream<String> violations(Evidence evidence);
}
