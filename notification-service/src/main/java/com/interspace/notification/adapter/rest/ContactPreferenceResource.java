package com.interspace.notification.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.Body;
import com.interspace.notification.usecase.ChooseNotifications;
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

    @Inject
    ContactPreferenceResource(CurrentCaller caller, ChooseNotifications choose) {
        this.caller = caller;
        this.choose = choose;
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
