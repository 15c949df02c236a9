package com.interspace.chassis.refusal;

/** 403: the caller is known, but this is not his to do. */
public final class Forbidden extends Refusal {

    public Forbidden(String detail) {
        super(403, "forbidden", "Forbidden", detail);
    }
}
