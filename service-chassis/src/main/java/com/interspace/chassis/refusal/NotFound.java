package com.interspace.chassis.refusal;

/** 404: unknown, foreign or misspelt; the three are never told apart. */
public final class NotFound extends Refusal {

    public NotFound(String kind, String id) {
        super(404, "not-found", "Not found", "There is no " + kind + " '" + id + "' that you may see.");
    }
}
