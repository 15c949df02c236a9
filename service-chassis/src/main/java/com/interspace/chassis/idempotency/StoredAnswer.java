package com.interspace.chassis.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer given to the first request of a key. */
record StoredAnswer(String bodyHash, int status, String location, String etag, String body) {

    Response again() {
        Response.ResponseBuilder response = Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        if (location != null) {
            response.location(URI.create(location));
        }
        if (etag != null) {
            response.header("ETag", etag);
        }
        return response.build();
    }
}
