package com.interspace.chassis.refusal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Turns away media types that are none, before anything is done that could not be told in the answer. */
public class UnreadableHeaders {

    @ServerRequestFilter(preMatching = true)
    public Response refuse(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException nonsense) {
            return refused(HttpHeaders.ACCEPT, request);
        }
        try {
            request.getMediaType();
        } catch (IllegalArgumentException nonsense) {
            return refused(HttpHeaders.CONTENT_TYPE, request);
        }
        return null;
    }

    private static Response refused(String header, ContainerRequestContext request) {
        return ProblemResponses.answer(
                new Malformed("The header " + header + " must name media types, such as application/json."),
                request.getUriInfo());
    }
}
