package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.report.RfoDocuments;
import com.interspace.rfo.usecase.VerifyDocument;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof of a document, for anybody who holds its bytes. */
@Path("/v1/rfo-documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "RFO documents")
public class VerificationResource {

    private final VerifyDocument verification;

    @Inject
    VerificationResource(VerifyDocument verification) {
        this.verification = verification;
    }

    @GET
    @Path("/{sha256}")
    @PermitAll
    @Operation(operationId = "verifyRfoDocument", summary = "Whether a document with this SHA-256 was issued by us")
    public RfoDocuments.Proof verify(@PathParam("sha256") String sha256) {
        return verification.verify(sha256);
    }
}
