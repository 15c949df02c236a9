package com.interspace.notification.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.notification.message.MessageQuery;
import com.interspace.notification.usecase.ChooseNotifications;
import com.interspace.notification.usecase.FindMessages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What contacts want to be told of. */
@Path("/v1/contact-preferences/{contactId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contact preferences")
public class ContactPreferenceResource {

    private final CurrentCaller caller;
    private final ChooseNotifications choose;
    private final FindMessages findMessages;

    @Inject
    ContactPreferenceResource(CurrentCaller caller, ChooseNotifications choose, FindMessages findMessages) {
        this.caller = caller;
        this.choose = choose;
        this.findMessages = findMessages;
    }

    @GET
    @Path("/messages")
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "contactMessages",
            summary = "What a contact was told, word for word, the newest first",
            description = "To be handed to a person who asks what is kept of him; the rest is in ticket-service,"
                    + " /v1/contacts/{contactId}/personal-data.")
    public Page<ContactMessageView> messages(
            @PathParam("contactId") String contactId,
            @QueryParam("account") String account,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        String of = choose.of(contactId, account, caller.get()).account();
        return findMessages
                .find(MessageQuery.toContact(of, contactId), Position.of(cursor), Limit.parse(limit))
                .map(ContactMessageView::of);
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(
            operationId = "contactPreferences",
            summary = "What a contact is told of, and what he cannot switch off",
            description = "account is needed only when contacts of several accounts have the same id.")
    public ContactPreferenceView read(@PathParam("contactId") String contactId, @QueryParam("account") String account) {
        return ContactPreferenceView.of(choose.of(contactId, account, caller.get()));
    }

    @PUT
    @RolesAllowed({Role.CUSTOMER, Role.AGENT, Role.MANAGER})
    @Operation(
            operationId = "chooseNotifications",
            summary = "Replace what a contact is told of",
            description = "Customers choose for themselves, the centre for everybody.")
    public ContactPreferenceView choose(
            @PathParam("contactId") String contactId, @QueryParam("account") String account, PreferenceWish wish) {
        boolean deliverable = Boolean.TRUE.equals(Body.required(wish).deliverable());
        return ContactPreferenceView.of(choose.choose(contactId, account, wish.muted(), deliverable, caller.get()));
    }
}
