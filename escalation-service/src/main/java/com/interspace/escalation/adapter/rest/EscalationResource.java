package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.refusal.Body;
import com.interspace.escalation.usecase.AskForLevel;
import com.interspace.escalation.usecase.Escalation;
import com.interspace.escalation.usecase.LevelRequest;
import com.interspace.escalation.usecase.ReadEscalation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The escalation of a ticket. */
@Path("/v1/escalations/{ticketId: [A-Za-z0-9-]{1,64}}")
@Tag(name = "Escalations")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {

    private final ReadEscalation reads;
    private final AskForLevel asks;
    private final CurrentCaller caller;

    @Inject
    EscalationResource(ReadEscalation reads, AskForLevel asks, CurrentCaller caller) {
        this.reads = reads;
        this.asks = asks;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readEscalation", summary = "How far a ticket has been escalated, and its whole history")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "on level 1", value = Examples.ESCALATION)))
    public Response read(@PathParam("ticketId") String ticketId) {
        Caller reader = caller.get();
        return answer(reads.read(reader, ticketId), reader);
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "escalate",
            summary = "Ask for a higher level",
            description = "Customers ask for the next level: the first time at once, then 15 minutes apart (409 with "
                    + "`earliestAt`); with `expectedLevel` a second click does nothing. The centre may choose any higher "
                    + "`level` and says who asked.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            schema = @Schema(type = SchemaType.STRING, maxLength = 255),
            description = "The same key with the same body gets the same answer for 24 hours")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LevelRequest.class),
                            examples = {
                                @ExampleObject(name = "customer", value = Examples.CUSTOMER_ASKS),
                                @ExampleObject(name = "centre", value = Examples.CENTRE_ASKS)
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "on level 1", value = Examples.ESCALATION)))
    @APIResponse(
            responseCode = "409",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "too soon", value = Examples.TOO_SOON)))
    public Response ask(@PathParam("ticketId") String ticketId, LevelRequest request) {
        Caller asking = caller.get();
        return answer(asks.ask(asking, ticketId, Body.required(request)), asking);
    }

    private static Response answer(Escalation escalation, Caller reader) {
        return Response.ok(EscalationView.of(escalation, reader))
                .header("ETag", Etag.of(escalation.climb().version()))
                .build();
    }
}
