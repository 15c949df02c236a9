package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.usecase.DeferTicket;
import com.interspace.ticketing.usecase.JoinTickets;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What two sides agree on, and how tickets hang together, over HTTP. */
@Path("/v1/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketAgreementsResource {

    private static final int LONGEST_REASON = 2_000;

    private final DeferTicket deferTicket;
    private final JoinTickets joinTickets;
    private final TicketAnswers answers;
    private final CurrentCaller current;

    @Inject
    TicketAgreementsResource(
            DeferTicket deferTicket, JoinTickets joinTickets, TicketAnswers answers, CurrentCaller current) {
        this.deferTicket = deferTicket;
        this.joinTickets = joinTickets;
        this.answers = answers;
        this.current = current;
    }

    @POST
    @Path("/deferral")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Operation(
            operationId = "proposeDeferral",
            summary = "Propose to wait until the next business day",
            description = "For non-service-affecting faults raised outside business hours. The other side answers; an"
                    + " unanswered proposal lapses when that day begins.")
    public Response propose(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TicketRequests.DeferralProposal body) {
        Violations violations = new Violations();
        String reason = violations.required("reason", Body.required(body).reason());
        violations.atMost("reason", reason, LONGEST_REASON);
        violations.throwIfAny();
        return answers.of(Response.ok(), deferTicket.propose(id, reason, Etag.expected(ifMatch), current.get()));
    }

    @POST
    @Path("/deferral/answer")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Operation(
            operationId = "answerDeferral",
            summary = "Accept or refuse to wait",
            description = "Accepted, every clock stands still until the next business day.")
    public Response answer(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TicketRequests.DeferralAnswer body) {
        Violations violations = new Violations();
        Boolean accept = violations.required("accept", Body.required(body).accept());
        violations.throwIfAny();
        return answers.of(Response.ok(), deferTicket.answer(id, accept, Etag.expected(ifMatch), current.get()));
    }

    @POST
    @Path("/children")
    @RolesAllowed({AGENT, MANAGER})
    @Operation(
            operationId = "adoptTicket",
            summary = "Make another ticket a child of this one",
            description = "The parent's public notes and its resolution reach every open child once. Children:"
                    + " GET /v1/tickets?parentId=")
    public Response adopt(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TicketRequests.TicketRef body) {
        return answers.of(Response.ok(), joinTickets.adopt(id, ticketId(body), Etag.expected(ifMatch), current.get()));
    }

    @POST
    @Path("/merge")
    @RolesAllowed({AGENT, MANAGER})
    @Operation(
            operationId = "mergeTicket",
            summary = "Merge this ticket into another of the same account",
            description = "This one is cancelled with mergedInto; the other goes on.")
    public Response merge(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TicketRequests.TicketRef body) {
        return answers.of(Response.ok(), joinTickets.merge(id, ticketId(body), Etag.expected(ifMatch), current.get()));
    }

    private static String ticketId(TicketRequests.TicketRef body) {
        Violations violations = new Violations();
        String ticketId = violations.required("ticketId", Body.required(body).ticketId());
        violations.throwIfAny();
        return ticketId.trim();
    }
}
