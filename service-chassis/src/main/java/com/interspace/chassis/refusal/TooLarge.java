package com.interspace.chassis.refusal;

/** 413: more than can be taken at once. */
public final class TooLarge extends Refusal {

    /** A body, whatever is in it. */
    public static final TooLarge BODY = new TooLarge("The body is larger than 26 MB.");

    /** What the platform finds while it reads; it does not say which of the two. */
    static final TooLarge READ =
            new TooLarge("The body is larger than 26 MB, or a field of its form that is no file is larger than 2 kB.");

    public TooLarge(String detail) {
        super(413, "too-large", "Too large", detail);
    }
}
