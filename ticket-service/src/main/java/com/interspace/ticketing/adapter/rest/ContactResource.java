package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.MANAGER;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.refusal.Body;
import com.interspace.ticketing.usecase.ErasePerson;
import com.interspace.ticketing.usecase.KnowPerson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is kept of a person: handed to him, or erased. For managers, because it goes through everything. */
@Path("/v1/contacts/{contactId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
@RolesAllowed(MANAGER)
@Consumes(MediaType.APPLICATION_JSON)
public class ContactResource {

    @Schema(name = "ErasureRequest")
    record Wish(
            @Schema(
                            required = true,
                            description = "Why; at most 500 characters, kept for ever, so without the person's name",
                            examples = "His request of 2026-03-02, by letter")
                    String reason) {}

    private final KnowPerson know;
    private final ErasePerson erase;
    private final CurrentCaller current;

    @Inject
    ContactResource(KnowPerson know, ErasePerson erase, CurrentCaller current) {
        this.know = know;
        this.erase = erase;
        this.current = current;
    }

    @GET
    @Path("/personal-data")
    @Operation(
            operationId = "readPersonalData",
            summary = "Everything that is kept of a contact here",
            description =
                    "What he was told stands in notification-service, /v1/contact-preferences/{contactId}/messages."
                            + " account is needed only when contacts of several accounts have the same id.")
    public PersonalDataView personalData(
            @PathParam("contactId") String contactId, @QueryParam("account") String account) {
        return PersonalDataView.of(know.know(contactId, account));
    }

    @POST
    @Path("/erasure")
    @Operation(
            operationId = "eraseContact",
            summary = "Erase a contact, here and in the other services",
            description = "His name, addresses and numbers go from contacts, tickets, notes, mail and histories of the"
                    + " account, and history goes on proving itself. Saying it again changes nothing.")
    public ErasureView erase(
            @PathParam("contactId") String contactId, @QueryParam("account") String account, Wish body) {
        return ErasureView.of(
                erase.erase(contactId, account, Body.required(body).reason(), current.get()));
    }

    @GET
    @Path("/erasure")
    @Operation(operationId = "readErasure", summary = "Who erased a contact, when and why")
    public ErasureView erasure(@PathParam("contactId") String contactId, @QueryParam("account") String account) {
        return ErasureView.of(erase.past(contactId, account));
    }
}
