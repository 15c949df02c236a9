package com.interspace.chassis.refusal;

/** 406: there is an answer, but not of the kind that the header Accept asks for. */
public final class NotAcceptable extends Refusal {

    /** @param detail says which kinds there are */
    public NotAcceptable(String detail) {
        super(406, "not-acceptable", "Not acceptable", detail);
    }
}
