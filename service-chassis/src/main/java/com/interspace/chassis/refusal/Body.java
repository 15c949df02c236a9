package com.interspace.chassis.refusal;

/** The body of a request. */
public final class Body {

    private Body() {}

    /** @throws Malformed when there is none */
    public static <T> T required(T body) {
        if (body == null) {
            throw new Malformed("The request has no body; this operation expects a JSON object.");
        }
        return body;
    }
}
