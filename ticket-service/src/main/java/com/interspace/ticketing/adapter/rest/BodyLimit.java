package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.attachment.FileTooLarge;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses in words, before it is read, a body in which no file that we take could travel. The server's own limit
 * lies above it and answers with a bare status.
 */
@Singleton
public class BodyLimit {

    private static final long LARGEST_BODY = FileTooLarge.LARGEST + 1024 * 1024;

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > LARGEST_BODY) {
            throw new FileTooLarge();
        }
    }
}
