package com.interspace.chassis.refusal;

/** 413: more than can be taken at once. */
public final class TooLarge extends Refusal {

    /** A body, whatever is in it. */
    public static final TooLarge BODY = new TooLarge("The body is larger than 26 MB.");

    public TooLarge(String detail) {
        super(413, "too-large", "Too large", detail);
    }
}
