package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.usecase.VerifyDocument;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proves a document to anybody who holds it. */
@Path("/v1/escalation-documents/{sha256: [0-9A-Za-z]{1,64}}")
@Tag(name = "Escalation matrices")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentProofResource {

    private final VerifyDocument verification;

    @Inject
    DocumentProofResource(VerifyDocument verification) {
        this.verification = verification;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "verifyEscalationDocument",
            summary = "Whether a document with this SHA-256 was issued by us",
            description = "Of the PDF or of its JSON twin, hexadecimal. Open to anyone. 404: not ours, or changed.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProofView.class),
                            examples = @ExampleObject(name = "a document of ours", value = Examples.PROOF)))
    @APIResponse(
            responseCode = "404",
            description = "Not ours, or changed",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = @ExampleObject(name = "not ours", value = Refusals.NO_SUCH_DOCUMENT)))
    public ProofView verify(@PathParam("sha256") String sha256) {
        return ProofView.of(verification.verify(sha256));
    }
}
