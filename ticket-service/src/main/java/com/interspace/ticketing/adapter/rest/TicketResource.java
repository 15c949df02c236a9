package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.ticket.History;
import com.interspace.ticketing.ticket.HistoryProof;
import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Notes;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import com.interspace.ticketing.ticket.Visibility;
import com.interspace.ticketing.usecase.AcceptReport;
import com.interspace.ticketing.usecase.AddNote;
import com.interspace.ticketing.usecase.CompleteTicket;
import com.interspace.ticketing.usecase.CorrectTicket;
import com.interspace.ticketing.usecase.MoveTicket;
import com.interspace.ticketing.usecase.OpenTicket;
import com.interspace.ticketing.usecase.Sender;
import com.interspace.ticketing.usecase.TicketDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets over HTTP. */
@Path("/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketResource {

    private static final int LONGEST_NOTE = 64 * 1024;
    private static final int LONGEST_PARTY = 200;

    /** Further than that a clock cannot be asked. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Tickets tickets;
    private final Notes notes;
    private final History history;
    private final TicketDesk desk;
    private final OpenTicket openTicket;
    private final AcceptReport acceptReport;
    private final CompleteTicket completeTicket;
    private final MoveTicket moveTicket;
    private final CorrectTicket correctTicket;
    private final AddNote addNote;
    private final TicketAnswers answers;
    private final CurrentCaller current;
    private final InstantSource time;

    @Inject
    TicketResource(
            Tickets tickets,
            Notes notes,
            History history,
            TicketDesk desk,
            OpenTicket openTicket,
            AcceptReport acceptReport,
            CompleteTicket completeTicket,
            MoveTicket moveTicket,
            CorrectTicket correctTicket,
            AddNote addNote,
            TicketAnswers answers,
            CurrentCaller current,
            InstantSource time) {
        this.tickets = tickets;
        this.notes = notes;
        this.history = history;
        this.desk = desk;
        this.openTicket = openTicket;
        this.acceptReport = acceptReport;
        this.completeTicket = completeTicket;
        this.moveTicket = moveTicket;
        this.correctTicket = correctTicket;
        this.addNote = addNote;
        this.answers = answers;
        this.current = current;
        this.time = time;
    }

    @POST
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Idempotent
    @Operation(
            operationId = "openTicket",
            summary = "Report a fault",
            description = "Customers report for themselves, agents on behalf of a caller or, proactive, for the"
                    + " centre; missing or impossible fields are refused. Partners always get a ticket: what is missing is"
                    + " asked for in missingInformation. The same externalId and body again gives the same ticket.")
    public Response open(TicketRequests.NewTicket body) {
        Caller caller = current.get();
        OpenTicket.Request request = Body.required(body).request();
        Ticket ticket = caller.is(PARTNER)
                ? acceptReport.accept(request.form(), Sender.of(caller))
                : openTicket.open(request, caller);
        return answer(Response.created(URI.create("/v1/tickets/" + ticket.id())), ticket);
    }

    @GET
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "listTickets", summary = "Tickets: filtered, searched, sorted")
    public RestResponse<Page<TicketView>> list(@BeanParam TicketFilter filter) {
        var query = filter.query(current.get().accountScope());
        Instant now = time.instant();
        Page<TicketView> page = Page.of(tickets.list(query), query.limit(), TicketFilter::cursorAfter)
                .map(ticket -> TicketView.of(ticket, desk.policyOf(ticket), query.scope(), now));
        RestResponse.ResponseBuilder<Page<TicketView>> response = RestResponse.ResponseBuilder.ok(page);
        return filter.wantsCount()
                ? response.header("X-Total-Count", tickets.count(query)).build()
                : response.build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "getTicket", summary = "One ticket")
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), desk.read(id, current.get()));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Operation(
            operationId = "patchTicket",
            summary = "Answer what is asked; agents also put right and judge anew",
            description = "Customers and partners answer what missingInformation asks, and nothing else. Agents, always"
                    + " with a note, answer for whoever is on the phone, put right problemStart, faultNature, circuitId"
                    + " and ipAddress, give a description where there is none, and judge impact and urgency; the"
                    + " priority is always the matrix's answer. What the reporter said in his own words, and a service"
                    + " once it is known, stay. A field that says what stands already changes nothing.")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TicketRequests.TicketPatch body) {
        Caller caller = current.get();
        TicketRequests.TicketPatch patch = Body.required(body);
        return answer(
                Response.ok(),
                caller.isCentre()
                        ? correctTicket.correct(id, patch.form(), patch.note(), Etag.expected(ifMatch), caller)
                        : completeTicket.strictly(id, patch.form(), Etag.expected(ifMatch), Sender.of(caller)));
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Operation(
            operationId = "moveTicket",
            summary = "Take a ticket to another status",
            description = "Customers cancel, confirm (closed) and refuse (inProgress); the centre works.")
    public Response move(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, TicketRequests.Transition body) {
        Violations violations = new Violations();
        String word = violations.required("to", Body.required(body).to());
        Status to = violations.oneOf("to", word, Status.class);
        violations.atMost("reason", body.reason(), LONGEST_NOTE);
        violations.atMost("party", body.party(), LONGEST_PARTY);
        violations.atMost("resolution", body.resolution(), LONGEST_NOTE);
        violations.throwIfAny();
        return answer(
                Response.ok(),
                moveTicket.move(
                        id, to, body.reason(), body.party(), body.resolution(), Etag.expected(ifMatch), current.get()));
    }

    @POST
    @Path("/{id}/notes")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Idempotent
    @Operation(operationId = "addNote", summary = "Say something about a ticket")
    public Response addNote(@PathParam("id") String id, TicketRequests.NewNote body) {
        Violations violations = new Violations();
        violations.required("text", Body.required(body).text());
        violations.atMost("text", body.text(), LONGEST_NOTE);
        Visibility visibility = violations.oneOf("visibility", body.visibility(), Visibility.class);
        violations.throwIfAny();
        Note note = addNote.add(id, body.text(), visibility == null ? Visibility.PUBLIC : visibility, current.get());
        return Response.created(URI.create("/v1/tickets/" + id + "/notes"))
                .entity(NoteView.of(note))
                .build();
    }

    @GET
    @Path("/{id}/notes")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "listNotes", summary = "What has been said, oldest first")
    public Page<NoteView> notes(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Caller caller = current.get();
        desk.read(id, caller);
        int rows = Limit.parse(limit);
        boolean alsoInternal = caller.accountScope().isEmpty();
        return Page.of(
                        notes.of(id, alsoInternal, SequenceCursor.parse(cursor), rows),
                        rows,
                        note -> SequenceCursor.after(note.sequence()))
                .map(NoteView::of);
    }

    @GET
    @Path("/{id}/clock")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "readClocks", summary = "The clocks at a moment, explained to the second")
    public ClockView clock(@PathParam("id") String id, @QueryParam("at") String at) {
        Ticket ticket = desk.read(id, current.get());
        Violations violations = new Violations();
        Instant asked = violations.instant("at", at);
        Instant now = time.instant();
        Instant latest = now.isBefore(ticket.changedAt()) ? ticket.changedAt() : now;
        Instant moment = Optional.ofNullable(asked).orElse(latest);
        if (moment.isBefore(ticket.createdAt())) {
            violations.add("at", "must not lie before the ticket's opening at " + ticket.createdAt());
        }
        if (moment.isAfter(time.instant().plus(FURTHEST))) {
            violations.add("at", "must not lie more than a year ahead");
        }
        violations.throwIfAny();
        return ClockView.of(ticket.life(), desk.policyOf(ticket), moment);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "listHistory", summary = "Everything that happened, oldest first")
    public Page<HistoryView> history(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        desk.read(id, current.get());
        int rows = Limit.parse(limit);
        return Page.of(
                        history.of(id, SequenceCursor.parse(cursor), rows),
                        rows,
                        row -> SequenceCursor.after(row.sequence()))
                .map(HistoryView::of);
    }

    @GET
    @Path("/{id}/history/verification")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "verifyHistory", summary = "Whether the history is what it was")
    public HistoryProof verification(@PathParam("id") String id) {
        Ticket ticket = desk.read(id, current.get());
        return HistoryProof.of(history.whole(id), ticket.historyHead());
    }

    private Response answer(Response.ResponseBuilder response, Ticket ticket) {
        return answers.of(response, ticket);
    }
}
