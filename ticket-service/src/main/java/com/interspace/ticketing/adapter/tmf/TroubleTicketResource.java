package com.interspace.ticketing.adapter.tmf;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.ticketing.ticket.PartnerQuery;
import com.interspace.ticketing.ticket.PartnerTickets;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.usecase.AmendByPartner;
import com.interspace.ticketing.usecase.ReportByPartner;
import com.interspace.ticketing.usecase.TicketDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets for partners' systems: TMF621 v4 over the same use cases, by the mapping in {@code contracts/tmf621}. */
@Path(TroubleTickets.PATH)
@Tag(name = "TMF621")
@Produces(MediaType.APPLICATION_JSON)
public class TroubleTicketResource {

    private final ReportByPartner reportByPartner;
    private final AmendByPartner amendByPartner;
    private final PartnerTickets tickets;
    private final TicketDesk desk;
    private final TroubleTickets paper;
    private final ClientShare share;
    private final CurrentCaller current;

    @Inject
    TroubleTicketResource(
            ReportByPartner reportByPartner,
            AmendByPartner amendByPartner,
            PartnerTickets tickets,
            TicketDesk desk,
            TroubleTickets paper,
            ClientShare share,
            CurrentCaller current) {
        this.reportByPartner = reportByPartner;
        this.amendByPartner = amendByPartner;
        this.tickets = tickets;
        this.desk = desk;
        this.paper = paper;
        this.share = share;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({CUSTOMER, PARTNER})
    @Idempotent
    @Operation(
            operationId = "createTroubleTicket",
            summary = "Report a fault (TMF621)",
            description = "A known client always gets a ticket; what is missing stands in missingInformation. "
                    + "A status is ignored. The same externalId with the same body answers the existing ticket.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TroubleTicketRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TroubleTicketView.class)))
    public Response create(String body) {
        Caller caller = guest();
        TroubleTicketRequest request = paper.readNew(body);
        Ticket ticket = reportByPartner.report(request.form(), request.newNotes(), caller);
        return Response.created(URI.create(TroubleTickets.PATH + "/" + ticket.id()))
                .entity(paper.write(ticket, ""))
                .build();
    }

    @GET
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(
            operationId = "listTroubleTickets",
            summary = "Tickets, newest first (TMF621)",
            description = "Any of id, externalId, status, priority, severity, ticketType, impact and "
                    + "relatedEntity.id filters by its exact value.")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0 to 10000")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "From 1 to 200, 50 unless told")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TroubleTicketView[].class)))
    public Response list(@QueryParam("fields") String fields, @Context UriInfo uri) {
        Optional<PartnerQuery> query = TroubleTicketFilter.read(uri.getQueryParameters(), guest().accountScope());
        List<ObjectNode> found =
                query.map(asked -> paper.write(tickets.page(asked), fields)).orElse(List.of());
        return Response.ok(found)
                .header("X-Total-Count", query.map(tickets::count).orElse(0L))
                .header("X-Result-Count", found.size())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "getTroubleTicket", summary = "One ticket (TMF621)")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TroubleTicketView.class)))
    public ObjectNode get(
            @PathParam("id") String id,
            @Parameter(description = "The keys to answer with, separated by commas") @QueryParam("fields")
                    String fields) {
        return paper.write(desk.read(id, guest()), fields);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({CUSTOMER, PARTNER})
    @Operation(
            operationId = "patchTroubleTicket",
            summary = "Answer, add notes, cancel, confirm or reopen (TMF621)",
            description = "What is asked for in missingInformation can be completed, notes without an id are added.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TroubleTicketRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TroubleTicketView.class)))
    public ObjectNode patch(@PathParam("id") String id, String body) {
        Caller caller = guest();
        desk.read(id, caller);
        return paper.write(amendByPartner.amend(id, paper.readPatch(body), caller), "");
    }

    /** The caller, if he has not asked too often. */
    private Caller guest() {
        Caller caller = current.get();
        share.take(caller.id());
        return caller;
    }
}
