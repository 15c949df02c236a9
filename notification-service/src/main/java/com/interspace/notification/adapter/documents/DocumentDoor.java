package com.interspace.notification.adapter.documents;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The doors of the services that issue documents. */
@RegisterRestClient(configKey = "documents")
@Path("/v1")
interface DocumentDoor {

    @GET
    @Path("/escalation-matrices/{serviceId}/document")
    @Produces("application/pdf")
    byte[] matrix(
            @HeaderParam("Authorization") String authorization,
            @PathParam("serviceId") String serviceId,
            @QueryParam("version") int version);

    @GET
    @Path("/rfos/{id}/document")
    @Produces("application/pdf")
    byte[] rfo(@HeaderParam("Authorization") String authorization, @PathParam("id") String id);
}
