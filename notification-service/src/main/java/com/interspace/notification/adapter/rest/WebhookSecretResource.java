package com.interspace.notification.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.notification.usecase.RotateSecret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a client's webhooks are signed with. */
@Path("/v1/webhook-secret")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookSecretResource {

    private final CurrentCaller caller;
    private final RotateSecret rotate;

    @Inject
    WebhookSecretResource(CurrentCaller caller, RotateSecret rotate) {
        this.caller = caller;
        this.rotate = rotate;
    }

    @POST
    @RolesAllowed(Role.PARTNER)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Get a new secret; it is shown this once",
            description = "Until oldUntil deliveries are signed with the old and the new one.")
    public RestResponse<RotateSecret.Rotated> rotate() {
        return RestResponse.ResponseBuilder.ok(rotate.of(caller.get().id()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
