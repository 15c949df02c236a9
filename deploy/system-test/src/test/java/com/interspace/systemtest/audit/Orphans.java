package com.interspace.systemtest.audit;

import java.util.stream.Stream;

/** Nothing refers to what does not exist, and no work is left lying. */
final class Orphans implements Rule {

    @Override
    public String sentence() {
        return "there is no orphan";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.dangling().stream();
    }
}
