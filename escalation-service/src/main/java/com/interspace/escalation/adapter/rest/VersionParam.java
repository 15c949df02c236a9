package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.refusal.Invalid;

/** The query parameter {@code version}. */
final class VersionParam {

    private VersionParam() {}

    /** @return null when it is absent */
    static Integer parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new Invalid("version", "must be a whole number from 1");
        }
        return Integer.valueOf(text);
    }
}
