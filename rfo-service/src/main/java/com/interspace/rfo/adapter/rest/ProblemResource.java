package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemPatch;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.problem.Problems;
import com.interspace.rfo.usecase.problem.ChangeProblem;
import com.interspace.rfo.usecase.problem.OpenProblem;
import com.interspace.rfo.usecase.problem.ProblemReading;
import com.interspace.rfo.usecase.problem.ReadProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Problems: the causes behind tickets. For the centre; partners read theirs over TMF656. */
@Path("/v1/problems")
@Tag(name = "Problems")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProblemResource {

    /** @param reason why; required to open a resolved problem again */
    public record Transition(String to, String reason) {}

    public record TicketLink(String ticketId) {}

    private static final int LONGEST_REASON = 2_000;
    private static final int CURSOR_PARTS = 2;

    private final OpenProblem opens;
    private final ChangeProblem changes;
    private final ReadProblems reads;
    private final CurrentCaller caller;

    @Inject
    ProblemResource(OpenProblem opens, ChangeProblem changes, ReadProblems reads, CurrentCaller caller) {
        this.opens = opens;
        this.changes = changes;
        this.reads = reads;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "openProblem", summary = "Open a problem from tickets or findings")
    public Response open(ProblemBody body) {
        Problem problem = opens.open(Body.required(body).request(), caller.get());
        return answer(Response.created(URI.create("/v1/problems/" + problem.id())), problem.id());
    }

    @GET
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listProblems", summary = "Problems, newest first")
    public Response list(
            @BeanParam ProblemQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("count") @DefaultValue("false") String count) {
        Problems.Filter filter = query.filter();
        Page<Problem> page = reads.list(filter, Cursor.parse(cursor, CURSOR_PARTS), Limit.parse(limit));
        Response.ResponseBuilder answer = Response.ok(page.map(ProblemLineView::of));
        return "true".equals(count)
                ? answer.header("X-Total-Count", reads.count(filter)).build()
                : answer.build();
    }

    @GET
    @Path("/known-errors")
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "matchKnownErrors", summary = "Known errors that a new ticket is offered")
    public Map<String, List<ProblemLineView>> knownErrors(
            @QueryParam("serviceId") String serviceId,
            @QueryParam("circuitId") String circuitId,
            @QueryParam("ticketId") String ticketId) {
        if (serviceId == null && circuitId == null && ticketId == null) {
            throw new Invalid("serviceId", "is required where there is neither circuitId nor ticketId");
        }
        return Map.of(
                "items",
                reads.knownErrors(serviceId, circuitId, ticketId).stream()
                        .map(ProblemLineView::of)
                        .toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readProblem", summary = "One problem")
    public Response read(@PathParam("id") String id) {
        return answer(Response.ok(), problemId(id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "writeProblem", summary = "Write root cause, workaround, permanent fix and the like")
    public Response write(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, ProblemBody body) {
        UUID problem = problemId(id);
        ProblemBody said = body == null ? ProblemBody.EMPTY : body;
        changes.change(
                problem,
                said.patch(),
                null,
                ProblemBody.orNull(said.comment()),
                ExpectedVersion.of(ifMatch),
                caller.get());
        return answer(Response.ok(), problem);
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "moveProblem", summary = "Move a problem to another status")
    public Response move(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Transition transition) {
        UUID problem = problemId(id);
        Violations violations = new Violations();
        String word = violations.required("to", transition == null ? null : transition.to());
        ProblemStatus to = violations.oneOf("to", word, ProblemStatus.class);
        String reason = transition == null ? null : ProblemBody.orNull(transition.reason());
        violations.atMost("reason", reason, LONGEST_REASON);
        violations.throwIfAny();
        changes.change(problem, ProblemPatch.NOTHING, to, reason, ExpectedVersion.of(ifMatch), caller.get());
        return answer(Response.ok(), problem);
    }

    @GET
    @Path("/{id}/tickets")
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listTicketsOfProblem", summary = "The tickets that a problem explains")
    public Map<String, List<Problems.LinkedTicket>> tickets(@PathParam("id") String id) {
        return Map.of("items", reads.tickets(problemId(id)));
    }

    @POST
    @Path("/{id}/tickets")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "linkTicketToProblem", summary = "Say that a problem explains a ticket")
    public Response link(@PathParam("id") String id, TicketLink body) {
        UUID problem = problemId(id);
        Violations violations = new Violations();
        String ticketId = violations.required("ticketId", body == null ? null : body.ticketId());
        violations.throwIfAny();
        changes.link(problem, ticketId, caller.get());
        return answer(Response.ok(), problem);
    }

    private Response answer(Response.ResponseBuilder answer, UUID id) {
        ProblemReading reading = reads.read(id);
        return answer.entity(ProblemView.of(reading))
                .header("ETag", Etag.of(reading.problem().version()))
                .build();
    }

    /** What is no id of ours is as unknown as any other. */
    private static UUID problemId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound("problem", text);
        }
    }

    /** The filters of the list. */
    public static class ProblemQuery {

        @QueryParam("status")
        String status;

        @QueryParam("priority")
        String priority;

        @QueryParam("category")
        String category;

        @QueryParam("rootCauseCategory")
        String rootCauseCategory;

        @QueryParam("knownError")
        String knownError;

        @QueryParam("serviceId")
        String serviceId;

        @QueryParam("circuitId")
        String circuitId;

        @QueryParam("ticketId")
        String ticketId;

        Problems.Filter filter() {
            Violations violations = new Violations();
            ProblemStatus wanted = violations.oneOf("status", status, ProblemStatus.class);
            Priority urgent = violations.oneOf("priority", priority, Priority.class);
            if (knownError != null && !knownError.equals("true") && !knownError.equals("false")) {
                violations.add("knownError", "must be true or false");
            }
            violations.throwIfAny();
            return new Problems.Filter(
                    wanted,
                    urgent,
                    category,
                    rootCauseCategory,
                    knownError == null ? null : Boolean.valueOf(knownError),
                    serviceId,
                    circuitId,
                    ticketId,
                    Optional.empty());
        }
    }
}
