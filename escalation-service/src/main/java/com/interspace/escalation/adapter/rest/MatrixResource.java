package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.NotAcceptable;
import com.interspace.escalation.document.Kind;
import com.interspace.escalation.document.Rendition;
import com.interspace.escalation.matrix.ProposedMatrix;
import com.interspace.escalation.usecase.ChangeMatrix;
import com.interspace.escalation.usecase.ConfirmReceipt;
import com.interspace.escalation.usecase.MatrixReading;
import com.interspace.escalation.usecase.ReadMatrix;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The escalation matrix of a service, and its official document. */
@Path("/v1/escalation-matrices/{serviceId: [A-Za-z0-9._:-]{1,64}}")
@Tag(name = "Escalation matrices")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = EscalationApi.UNAUTHORIZED)
@APIResponse(responseCode = "403", ref = EscalationApi.FORBIDDEN)
@APIResponse(responseCode = "404", ref = EscalationApi.NOT_FOUND)
@APIResponse(responseCode = "422", ref = EscalationApi.INVALID)
public class MatrixResource {

    private static final MediaType PDF = new MediaType("application", "pdf");

    private final ReadMatrix reads;
    private final ChangeMatrix changes;
    private final ConfirmReceipt receipts;
    private final CurrentCaller caller;

    @Inject
    MatrixResource(ReadMatrix reads, ChangeMatrix changes, ConfirmReceipt receipts, CurrentCaller caller) {
        this.reads = reads;
        this.changes = changes;
        this.receipts = receipts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(
            operationId = "readEscalationMatrix",
            summary = "The matrix in force",
            description = "Or the version named by `version`. 404 for a service whose contract has no matrix.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = MatrixView.class),
                            examples = @ExampleObject(name = "a matrix", value = Examples.MATRIX)))
    public Response read(@PathParam("serviceId") String serviceId, @QueryParam("version") String version) {
        return answer(reads.read(caller.get(), serviceId, VersionParam.parse(version)));
    }

    @PUT
    @RolesAllowed(Role.MANAGER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeEscalationMatrix",
            summary = "Write the next version",
            description = "Issues its official document. Tickets that are open keep the version they have. "
                    + "The same matrix again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposedMatrix.class),
                            examples = @ExampleObject(name = "two levels", value = Examples.PROPOSED)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = MatrixView.class),
                            examples = @ExampleObject(name = "a matrix", value = Examples.MATRIX)))
    @APIResponse(responseCode = "400", ref = EscalationApi.MALFORMED)
    @APIResponse(
            responseCode = "409",
            description = "The contract has no matrix",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = @ExampleObject(name = "no matrix", value = Refusals.NO_CONTRACTUAL_MATRIX)))
    @APIResponse(responseCode = "412", ref = EscalationApi.STALE)
    public Response change(
            @PathParam("serviceId") String serviceId,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            ProposedMatrix proposed) {
        return answer(changes.change(caller.get(), serviceId, Body.required(proposed), Etag.expected(ifMatch)));
    }

    @GET
    @Path("/document")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(
            operationId = "readEscalationDocument",
            summary = "The official document, byte for byte as it was issued",
            description = "PDF unless JSON is asked for; of the version in force unless `version` names one.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes; their SHA-256 is the ETag",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "the JSON twin", value = Examples.TWIN))
            })
    @APIResponse(
            responseCode = "406",
            description = "Neither form is acceptable",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = @ExampleObject(name = "not acceptable", value = Refusals.NOT_ACCEPTABLE)))
    public Response document(
            @PathParam("serviceId") String serviceId,
            @QueryParam("version") String version,
            @Context HttpHeaders headers) {
        Kind kind = wanted(headers.getAcceptableMediaTypes());
        Rendition form = reads.document(caller.get(), serviceId, VersionParam.parse(version), kind);
        return Response.ok(form.bytes())
                .type(kind == Kind.PDF ? PDF : MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", "\"" + form.sha256() + "\"")
                .header("Content-Disposition", "attachment; filename=\"" + form.number() + "." + kind + "\"")
                .header("Vary", "Accept")
                .build();
    }

    @POST
    @Path("/document/receipt")
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER})
    @Operation(
            operationId = "confirmReceiptOfEscalationDocument",
            summary = "The customer has received the document",
            description = "Recorded once; again it changes nothing.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = MatrixView.class),
                            examples = @ExampleObject(name = "received", value = Examples.RECEIVED)))
    public Response receipt(@PathParam("serviceId") String serviceId, @QueryParam("version") String version) {
        return answer(receipts.confirm(caller.get(), serviceId, VersionParam.parse(version)));
    }

    /** @param acceptable the most wanted first */
    private static Kind wanted(List<MediaType> acceptable) {
        for (MediaType type : acceptable) {
            if (type.isCompatible(PDF)) {
                return Kind.PDF;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Kind.JSON;
            }
        }
        throw new NotAcceptable("A document is application/pdf or application/json");
    }

    private static Response answer(MatrixReading reading) {
        return Response.ok(MatrixView.of(reading))
                .header("ETag", Etag.of(reading.matrix().version()))
                .build();
    }
}
