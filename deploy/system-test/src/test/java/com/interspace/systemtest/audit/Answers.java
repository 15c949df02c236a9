package com.interspace.systemtest.audit;

import java.util.stream.Stream;

/** Whatever was away: who asked got an answer that says so. */
final class Answers implements Rule {

    @Override
    public String sentence() {
        return "no answer is an error of ours";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.ledger().complaints().stream();
    }
}
