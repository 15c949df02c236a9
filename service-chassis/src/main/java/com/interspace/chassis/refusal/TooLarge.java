package com.interspace.chassis.refusal;

/** 413: more than can be taken at once. */
public final class TooLarge extends Refusal {

    public TooLarge(String detail) {
        super(413, "too-large", "Too large", detail);
    }
}
