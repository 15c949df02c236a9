package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.refusal.Body;
import com.interspace.escalation.usecase.AskForLevel;
import com.interspace.escalation.usecase.LevelRequest;
import com.interspace.escalation.usecase.ReadEscalation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The escalation of a ticket: read by its customer and the centre, asked for by both. */
@Path("/v1/escalations/{ticketId: [A-Za-z0-9-]{1,64}}")
@Tag(name = "Escalations")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = EscalationApi.UNAUTHORIZED)
@APIResponse(responseCode = "403", ref = EscalationApi.FORBIDDEN)
@APIResponse(responseCode = "404", ref = EscalationApi.NOT_FOUND)
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
        return EscalationAnswer.of(reads.read(reader, ticketId), reader);
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
    @Parameter(ref = EscalationApi.IDEMPOTENCY_KEY)
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
    @APIResponse(responseCode = "400", ref = EscalationApi.MALFORMED)
    @APIResponse(
            responseCode = "409",
            description = "Not as things stand now",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = {
                                @ExampleObject(name = "too soon", value = Refusals.TOO_SOON),
                                @ExampleObject(name = "at the top", value = Refusals.AT_THE_TOP),
                                @ExampleObject(name = "not the next level", value = Refusals.NOT_THE_NEXT),
                                @ExampleObject(name = "stands higher", value = Refusals.STANDS_HIGHER),
                                @ExampleObject(name = "not climbing", value = Refusals.NOT_CLIMBING),
                                @ExampleObject(name = "service not known", value = Refusals.SERVICE_NOT_KNOWN_YET)
                            }))
    @APIResponse(responseCode = "412", ref = EscalationApi.STALE)
    @APIResponse(responseCode = "422", ref = EscalationApi.INVALID)
    public Response ask(
            @PathParam("ticketId") String ticketId,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            LevelRequest request) {
        Caller asking = caller.get();
        return EscalationAnswer.of(asks.ask(asking, ticketId, Body.required(request), Etag.expected(ifMatch)), asking);
    }
}
