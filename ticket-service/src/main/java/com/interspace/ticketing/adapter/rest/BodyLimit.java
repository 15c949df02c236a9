package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.refusal.TooLarge;
import com.interspace.ticketing.attachment.FileTooLarge;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses, before it is read, a body in which no file that we take could travel. The server's own limit lies above it,
 * so that who sends a file is told how large it may be.
 */
@Singleton
public class BodyLimit {

    private static final long LARGEST_BODY = FileTooLarge.LARGEST + 1024 * 1024;

    /** Before those of which the order is left open. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.HEADER_DECORATOR)
    public void check(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > LARGEST_BODY) {
            throw isForm(request) ? new FileTooLarge() : TooLarge.BODY;
        }
    }

    private static boolean isForm(ContainerRequestContext request) {
        // As it was sent, because it may be no media type at all.
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
