package com.interspace.notification.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Violations;
import com.interspace.notification.message.MessageQuery;
import com.interspace.notification.message.MessageState;
import com.interspace.notification.usecase.FindMessages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The log of who was told what. */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationResource {

    private final CurrentCaller caller;
    private final FindMessages findMessages;

    @Inject
    NotificationResource(CurrentCaller caller, FindMessages findMessages) {
        this.caller = caller;
        this.findMessages = findMessages;
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(
            operationId = "listNotifications",
            summary = "Messages, the newest first",
            description = "The centre and operations see all; customers and partners see what was sent to the contacts"
                    + " of their own accounts.")
    public RestResponse<Page<NotificationView>> list(
            @QueryParam("ticketId") String ticketId,
            @QueryParam("serviceId") String serviceId,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("count") boolean count) {
        MessageQuery query =
                new MessageQuery(caller.get().accountScope(), ticketId, serviceId, stateOf(state), null, null);
        RestResponse.ResponseBuilder<Page<NotificationView>> answer = RestResponse.ResponseBuilder.ok(findMessages
                .find(query, Position.of(cursor), Limit.parse(limit))
                .map(NotificationView::of));
        if (count) {
            answer.header("X-Total-Count", findMessages.count(query));
        }
        return answer.build();
    }

    static MessageState stateOf(String word) {
        Violations violations = new Violations();
        MessageState state = violations.oneOf("state", word, MessageState.class);
        violations.throwIfAny();
        return state;
    }
}
