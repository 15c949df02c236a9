package com.interspace.rfo.action;

import java.util.EnumSet;
import java.util.Set;

/** Where a preventive action stands; {@code toString()} is the word on the wire. Being overdue is no status. */
public enum ActionStatus {
    OPEN("open"),
    DONE("done"),
    CANCELLED("cancelled");

    private final String word;

    ActionStatus(String word) {
        this.word = word;
    }

    /** Where a person may move it from here. */
    public Set<ActionStatus> next() {
        return this == OPEN ? EnumSet.of(DONE, CANCELLED) : EnumSet.noneOf(ActionStatus.class);
    }

    @Override
    public String toString() {
        return word;
    }
}
