package com.interspace.chassis.refusal;

import java.util.Map;

/**
 * A request that cannot be granted. The type carries what a client may rely on: the HTTP status, a stable
 * problem type and extra members; the message is the human-readable detail. Domain code throws it, the REST
 * edge renders it as {@code application/problem+json} (RFC 9457).
 */
public abstract class Refusal extends RuntimeException {

    private final int status;
    private final String slug;
    private final String title;

    protected Refusal(int status, String slug, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    public final int status() {
        return status;
    }

    /** The last part of the problem type {@code urn:interspace:problem:<slug>}; stable for ever. */
    public final String slug() {
        return slug;
    }

    public final String title() {
        return title;
    }

    /** Extension members of the problem document, none by default. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** Response headers that belong to this refusal, none by default. */
    public Map<String, String> headers() {
        return Map.of();
    }
}
