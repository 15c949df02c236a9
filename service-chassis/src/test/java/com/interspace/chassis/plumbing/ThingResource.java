package com.interspace.chassis.plumbing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Things over HTTP. */
@Path("/v1/things/{id}")
public class ThingResource {

    @Inject
    Things things;

    @GET
    public String state(@PathParam("id") String id) {
        return String.valueOf(things.state(id));
    }

    @PUT
    @Path("/{state}")
    public void move(@PathParam("id") String id, @PathParam("state") String state) {
        QuarkusTransaction.requiringNew().run(() -> things.moved(id, state, 2));
    }

    /** The same where TMF is spoken. */
    @Path("/tmf-api/things/{id}")
    public static class ForPartners {

        @Inject
        Things things;

        @GET
        public String state(@PathParam("id") String id) {
            return String.valueOf(things.state(id));
        }
    }
}
