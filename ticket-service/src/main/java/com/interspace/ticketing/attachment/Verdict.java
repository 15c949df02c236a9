package com.interspace.ticketing.attachment;

/** What the scanner says of a file. */
public enum Verdict {
    CLEAN,
    DANGEROUS
}
