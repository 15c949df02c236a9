package com.interspace.chassis.refusal;

/** 400: the request cannot be read. */
public final class Malformed extends Refusal {

    public Malformed(String detail) {
        super(400, "malformed", "Malformed request", detail);
    }
}
