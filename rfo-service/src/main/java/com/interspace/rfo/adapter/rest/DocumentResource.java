package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.NotAcceptable;
import com.interspace.rfo.report.RfoDocument;
import com.interspace.rfo.usecase.ReadRfos;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bytes of an issued RFO, for those whose outage it was and for the centre. */
@Path("/v1/rfos/{id}/document")
@Tag(name = "RFO documents")
public class DocumentResource {

    private static final MediaType PDF = new MediaType("application", "pdf");

    private final ReadRfos reads;
    private final CurrentCaller caller;

    @Inject
    DocumentResource(ReadRfos reads, CurrentCaller caller) {
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readRfoDocument", summary = "The document as it was issued; PDF unless JSON is asked for")
    public Response document(@PathParam("id") String id, @Context HttpHeaders headers) {
        boolean asPdf = prefersPdf(headers.getAcceptableMediaTypes());
        RfoDocument document = reads.document(RfoResource.rfoId(id), caller.get());
        String edition = document.version() == 1 ? "" : "-edition-" + document.version();
        String file = document.number() + edition + (asPdf ? ".pdf" : ".json");
        return Response.ok(asPdf ? document.pdf() : document.json())
                .type(asPdf ? PDF : MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", "\"" + (asPdf ? document.pdfSha256() : document.jsonSha256()) + "\"")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Vary", "Accept")
                .build();
    }

    /** The types come most wanted first. */
    private static boolean prefersPdf(List<MediaType> wanted) {
        for (MediaType type : wanted) {
            if (type.isCompatible(PDF)) {
                return true;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
        }
        throw new NotAcceptable("A document is application/pdf or application/json");
    }
}
