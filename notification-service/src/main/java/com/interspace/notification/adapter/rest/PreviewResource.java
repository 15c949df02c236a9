package com.interspace.notification.adapter.rest;

import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.Violations;
import com.interspace.notification.audience.Party;
import com.interspace.notification.message.Message;
import com.interspace.notification.usecase.PreviewLetter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people would read. */
@Path("/v1/notifications/previews/{eventType}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Previews")
public class PreviewResource {

    private final PreviewLetter preview;

    @Inject
    PreviewResource(PreviewLetter preview) {
        this.preview = preview;
    }

    /** A mail with example values. */
    public record Preview(
            @Schema(examples = "ticket.opened") String eventType,
            @Schema(examples = "customer") String party,
            @Schema(examples = "[IS-1000042-2] Ticket opened: No traffic since 08:10") String subject,
            String text,
            String html) {}

    @GET
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(
            operationId = "previewNotification",
            summary = "The mail about an event, with example values",
            description = "party is customer (default) or team.")
    public Preview preview(@PathParam("eventType") String eventType, @QueryParam("party") String party) {
        Violations violations = new Violations();
        Party side = violations.oneOf("party", party, Party.class);
        violations.throwIfAny();
        Message message = preview.of(eventType, side == null ? Party.CUSTOMER : side);
        return new Preview(eventType, message.party().toString(), message.subject(), message.text(), message.html());
    }
}
