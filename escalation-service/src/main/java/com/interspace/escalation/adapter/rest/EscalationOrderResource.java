package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.refusal.Body;
import com.interspace.escalation.usecase.AcknowledgeLevel;
import com.interspace.escalation.usecase.Acknowledgement;
import com.interspace.escalation.usecase.DeEscalate;
import com.interspace.escalation.usecase.DeskOrder;
import com.interspace.escalation.usecase.LowerRequest;
import com.interspace.escalation.usecase.SuspendClimbing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** What only the centre does with an escalation. Each may be repeated: what is so already changes nothing. */
@Path("/v1/escalations/{ticketId: [A-Za-z0-9-]{1,64}}")
@Tag(name = "Escalations")
@RolesAllowed({Role.AGENT, Role.MANAGER})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", ref = EscalationApi.MALFORMED)
@APIResponse(responseCode = "401", ref = EscalationApi.UNAUTHORIZED)
@APIResponse(responseCode = "403", ref = EscalationApi.FORBIDDEN)
@APIResponse(responseCode = "404", ref = EscalationApi.NOT_FOUND)
@APIResponse(responseCode = "412", ref = EscalationApi.STALE)
@APIResponse(responseCode = "422", ref = EscalationApi.INVALID)
public class EscalationOrderResource {

    private final AcknowledgeLevel acknowledges;
    private final SuspendClimbing suspends;
    private final DeEscalate deEscalates;
    private final CurrentCaller caller;

    @Inject
    EscalationOrderResource(
            AcknowledgeLevel acknowledges, SuspendClimbing suspends, DeEscalate deEscalates, CurrentCaller caller) {
        this.acknowledges = acknowledges;
        this.suspends = suspends;
        this.deEscalates = deEscalates;
        this.caller = caller;
    }

    @POST
    @Path("/acknowledge")
    @Operation(
            operationId = "acknowledgeEscalation",
            summary = "Somebody has taken over a level",
            description = "The level where the ticket stands, unless `level` names another that it reached. A record: "
                    + "the ticket climbs on. The first acknowledgement of a level counts. The body may be left out.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            schema = @Schema(implementation = Acknowledgement.class),
                            examples = @ExampleObject(name = "for somebody", value = Examples.ACKNOWLEDGES)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "acknowledged", value = Examples.ACKNOWLEDGED)))
    @APIResponse(
            responseCode = "409",
            description = "Not reached",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = @ExampleObject(name = "not reached", value = Refusals.NOTHING_TO_ACKNOWLEDGE)))
    public Response acknowledge(
            @PathParam("ticketId") String ticketId,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            Acknowledgement request) {
        Acknowledgement said = request == null ? Acknowledgement.PLAIN : request;
        Caller agent = caller.get();
        return EscalationAnswer.of(acknowledges.acknowledge(agent, ticketId, said, Etag.expected(ifMatch)), agent);
    }

    @POST
    @Path("/suspend")
    @Operation(
            operationId = "suspendEscalation",
            summary = "Stop a ticket from climbing by itself",
            description = "It can still be escalated by hand. Ends with `resume`, or when the ticket is reopened.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeskOrder.class),
                            examples = @ExampleObject(name = "agreed", value = Examples.SUSPENDS)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "suspended", value = Examples.SUSPENDED)))
    @APIResponse(
            responseCode = "409",
            description = "Not open",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = @ExampleObject(name = "has ended", value = Refusals.HAS_ENDED)))
    public Response suspend(
            @PathParam("ticketId") String ticketId,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            DeskOrder order) {
        Caller agent = caller.get();
        return EscalationAnswer.of(
                suspends.suspend(agent, ticketId, Body.required(order), Etag.expected(ifMatch)), agent);
    }

    @POST
    @Path("/resume")
    @Operation(
            operationId = "resumeEscalation",
            summary = "Let a ticket climb by itself again",
            description = "Its age went on meanwhile; the highest level that is due fires at once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeskOrder.class),
                            examples = @ExampleObject(name = "agreed", value = Examples.RESUMES)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "on level 1", value = Examples.ESCALATION)))
    @APIResponse(
            responseCode = "409",
            description = "Not open",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = @ExampleObject(name = "has ended", value = Refusals.HAS_ENDED)))
    public Response resume(
            @PathParam("ticketId") String ticketId,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            DeskOrder order) {
        Caller agent = caller.get();
        return EscalationAnswer.of(
                suspends.resume(agent, ticketId, Body.required(order), Etag.expected(ifMatch)), agent);
    }

    @POST
    @Path("/de-escalate")
    @Operation(
            operationId = "deEscalate",
            summary = "Take a ticket down to a lower level",
            description = "Begins a new cycle there; the age goes on. Levels whose age has come by now are not reached "
                    + "by age again. 0 is the ground.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LowerRequest.class),
                            examples = @ExampleObject(name = "to level 1", value = Examples.DE_ESCALATES)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "de-escalated", value = Examples.DE_ESCALATED)))
    @APIResponse(
            responseCode = "409",
            description = "Not as things stand now",
            content =
                    @Content(
                            mediaType = EscalationApi.PROBLEM,
                            examples = {
                                @ExampleObject(name = "stands lower", value = Refusals.STANDS_LOWER),
                                @ExampleObject(name = "service not known", value = Refusals.SERVICE_NOT_KNOWN_YET),
                                @ExampleObject(name = "has ended", value = Refusals.HAS_ENDED)
                            }))
    public Response deEscalate(
            @PathParam("ticketId") String ticketId,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            LowerRequest request) {
        Caller agent = caller.get();
        return EscalationAnswer.of(
                deEscalates.deEscalate(agent, ticketId, Body.required(request), Etag.expected(ifMatch)), agent);
    }
}
