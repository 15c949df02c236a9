package com.interspace.local.identity;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Whoever gives out tokens, as the one origin sees them: some paths are theirs, and they answer there. */
public interface Issuer extends Handler<HttpServerRequest> {

    /** Whether a path belongs to the issuer. */
    boolean owns(String path);
}
