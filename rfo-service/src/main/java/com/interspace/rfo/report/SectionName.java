package com.interspace.rfo.report;

/** The sections of an RFO, in the order of the document; {@code toString()} is the word on the wire. */
public enum SectionName {
    IDENTIFICATION("identification", false),
    SUMMARY("summary", true),
    IMPACT("impact", true),
    TIMELINE("timeline", false),
    ROOT_CAUSE("rootCause", true),
    RESOLUTION("resolution", true),
    DETECTION("detection", true),
    MEASURES("measures", true),
    TARGET("target", true),
    APPROVAL("approval", false);

    private final String word;
    private final boolean written;

    SectionName(String word, boolean written) {
        this.word = word;
        this.written = written;
    }

    /** Whether a person may write it; the others come from the record alone. */
    public boolean isWritten() {
        return written;
    }

    @Override
    public String toString() {
        return word;
    }
}
