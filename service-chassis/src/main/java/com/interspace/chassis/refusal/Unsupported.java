package com.interspace.chassis.refusal;

/** 405, 415: not by this method, not in this form. */
final class Unsupported extends Refusal {

    static final Unsupported METHOD =
            new Unsupported(405, "method-not-allowed", "Method not allowed", "This address does not take that method.");
    static final Unsupported BODY = new Unsupported(
            415,
            "unsupported-media-type",
            "Unsupported media type",
            "This operation takes no body of that Content-Type.");

    private Unsupported(int status, String slug, String title, String detail) {
        super(status, slug, title, detail);
    }
}
