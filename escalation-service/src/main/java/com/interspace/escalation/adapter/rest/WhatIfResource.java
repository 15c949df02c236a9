package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.Body;
import com.interspace.escalation.usecase.TrialRequest;
import com.interspace.escalation.usecase.TryMatrix;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A draft matrix tried on past tickets. */
@Path("/v1/escalation-matrices/{serviceId: [A-Za-z0-9._:-]{1,64}}/what-if")
@Tag(name = "Escalation matrices")
public class WhatIfResource {

    private final TryMatrix tries;
    private final CurrentCaller caller;

    @Inject
    WhatIfResource(TryMatrix tries, CurrentCaller caller) {
        this.tries = tries;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.MANAGER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "tryEscalationMatrix",
            summary = "How past tickets of this service would have climbed a draft",
            description = "By the very function by which tickets climb, with everything that really happened to them. "
                    + "Changes nothing; the same draft and period give the same answer. At most the 500 newest tickets "
                    + "opened in the period, which is the last 90 days unless told.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TrialRequest.class),
                            examples = @ExampleObject(name = "one level at 10 minutes", value = Examples.TRIAL)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfView.class),
                            examples = @ExampleObject(name = "one ticket", value = Examples.WHAT_IF)))
    @APIResponse(responseCode = "400", ref = EscalationApi.MALFORMED)
    @APIResponse(responseCode = "401", ref = EscalationApi.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = EscalationApi.FORBIDDEN)
    @APIResponse(responseCode = "404", ref = EscalationApi.NOT_FOUND)
    @APIResponse(responseCode = "422", ref = EscalationApi.INVALID)
    public WhatIfView tryOut(@PathParam("serviceId") String serviceId, TrialRequest request) {
        return WhatIfView.of(tries.tryOut(caller.get(), serviceId, Body.required(request)));
    }
}
