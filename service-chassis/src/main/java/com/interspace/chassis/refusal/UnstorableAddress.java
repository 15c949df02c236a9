package com.interspace.chassis.refusal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Turns away addresses with a NUL in them, which no database takes: nothing has such a name, no filter such a value. */
public class UnstorableAddress {

    private static final String NUL = "%00";

    @ServerRequestFilter
    public Response refuse(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (path.contains(NUL)) {
            return ProblemResponses.answer(new NotFound("address", path), request.getUriInfo());
        }
        if (query != null && query.contains(NUL)) {
            return ProblemResponses.answer(
                    new Malformed("The query has a NUL character (%00); leave it out."), request.getUriInfo());
        }
        return null;
    }
}
