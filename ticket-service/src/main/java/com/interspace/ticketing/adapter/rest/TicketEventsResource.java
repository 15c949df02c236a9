package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.refusal.Malformed;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.usecase.TicketDesk;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to a ticket, as it happens. */
@Path("/v1/tickets/{id}/events")
@Tag(name = "Live")
public class TicketEventsResource {

    private final TicketDesk desk;
    private final Followers followers;
    private final CurrentCaller current;

    @Inject
    TicketEventsResource(TicketDesk desk, Followers followers, CurrentCaller current) {
        this.desk = desk;
        this.followers = followers;
        this.current = current;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(
            operationId = "followTicket",
            summary = "What happens to a ticket, as it happens (Server-Sent Events)",
            description = "Each event is a row of the history: id its sequence, name its type, data its JSON. "
                    + "With Last-Event-ID it goes on after that row, 0 from the beginning, without it from now. "
                    + "A comment every 15 seconds; ends after an hour, for the client to come again.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> follow(
            @PathParam("id") String id,
            @Parameter(description = "The sequence that was received last") @HeaderParam("Last-Event-ID")
                    String lastEventId,
            @Context Sse sse) {
        Caller caller = current.get();
        Ticket ticket = desk.read(id, caller);
        boolean centre = caller.accountScope().isEmpty();
        return followers.follow(id, after(lastEventId, ticket), centre, sse);
    }

    private static long after(String lastEventId, Ticket ticket) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return ticket.version();
        }
        try {
            return Long.parseLong(lastEventId.trim());
        } catch (NumberFormatException foreign) {
            throw new Malformed("Last-Event-ID must be the id of an event of this stream, or 0 for all of them.");
        }
    }
}
