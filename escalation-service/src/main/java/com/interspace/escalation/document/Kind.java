package com.interspace.escalation.document;

import java.util.Locale;

/** The two forms of a document. */
public enum Kind {
    PDF,
    JSON;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
