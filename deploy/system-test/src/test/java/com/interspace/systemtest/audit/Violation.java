package com.interspace.systemtest.audit;

/** Where a rule does not hold. */
public record Violation(String rule, String where) {

    @Override
    public String toString() {
        return rule + " -- but: " + where;
    }
}
