package com.interspace.chassis.trace;

import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A request is about the first id in its path. What is logged belongs to the request alone, so nothing is cleared. */
public class RequestSubject {

    @ServerRequestFilter
    public void name(UriInfo uri) {
        uri.getPathParameters().values().stream()
                .flatMap(Collection::stream)
                .findFirst()
                .ifPresent(LogSubject::of);
    }
}
