package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.action.ActionStatus;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.outage.HouseCalendar;
import com.interspace.rfo.usecase.action.ActionReading;
import com.interspace.rfo.usecase.action.ChangeAction;
import com.interspace.rfo.usecase.action.PlanAction;
import com.interspace.rfo.usecase.action.ReadActions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Preventive actions: what shall keep problems from coming back. For the centre. */
@Path("/v1/preventive-actions")
@Tag(name = "Preventive actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActionResource {

    /** {@code evidence} is required for done, {@code comment} for cancelled. */
    public record Finish(String to, String evidence, String comment) {}

    private static final int LONGEST_TEXT = 2_000;
    private static final int CURSOR_PARTS = 2;

    private final PlanAction plans;
    private final ChangeAction changes;
    private final ReadActions reads;
    private final ZoneId zone;
    private final CurrentCaller caller;

    @Inject
    ActionResource(
            PlanAction plans, ChangeAction changes, ReadActions reads, HouseCalendar house, CurrentCaller caller) {
        this.plans = plans;
        this.changes = changes;
        this.reads = reads;
        this.zone = house.calendar().zone();
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "planPreventiveAction", summary = "Note what shall keep a problem from coming back")
    public Response plan(ActionBody body) {
        Violations violations = new Violations();
        ActionBody said = Body.required(body);
        said.check(violations);
        UUID problem = said.problem(violations);
        violations.required("text", said.text());
        violations.required("owner", said.owner());
        violations.required("due", said.due());
        Instant due = said.due(zone, violations);
        violations.throwIfAny();
        ActionReading planned = plans.plan(problem, said.text(), said.owner(), due, caller.get());
        return answer(
                Response.created(
                        URI.create("/v1/preventive-actions/" + planned.action().id())),
                planned);
    }

    @GET
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listPreventiveActions", summary = "Preventive actions, the one due first at the top")
    public Response list(
            @QueryParam("problemId") String problemId,
            @QueryParam("status") String status,
            @QueryParam("owner") String owner,
            @QueryParam("overdue") @DefaultValue("false") String overdue,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("count") @DefaultValue("false") String count) {
        Violations violations = new Violations();
        ActionStatus inStatus = violations.oneOf("status", status, ActionStatus.class);
        UUID problem = problemId == null ? null : idIn("problemId", problemId, violations);
        violations.throwIfAny();
        Actions.Filter filter = new Actions.Filter(problem, inStatus, owner, "true".equals(overdue));
        Page<ActionReading> page = reads.list(filter, Cursor.parse(cursor, CURSOR_PARTS), Limit.parse(limit));
        Response.ResponseBuilder answer = Response.ok(page.map(ActionView::of));
        return "true".equals(count)
                ? answer.header("X-Total-Count", reads.count(filter)).build()
                : answer.build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readPreventiveAction", summary = "One preventive action")
    public Response read(@PathParam("id") String id) {
        return answer(Response.ok(), reads.read(actionId(id)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "changePreventiveAction", summary = "Give it another owner, date or text")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, ActionBody body) {
        UUID action = actionId(id);
        ActionBody said = body == null ? ActionBody.EMPTY : body;
        Violations violations = new Violations();
        said.check(violations);
        Instant due = said.due(zone, violations);
        violations.throwIfAny();
        return answer(
                Response.ok(),
                changes.change(
                        action,
                        ProblemBody.orNull(said.text()),
                        ProblemBody.orNull(said.owner()),
                        due,
                        ProblemBody.orNull(said.comment()),
                        ExpectedVersion.of(ifMatch),
                        caller.get()));
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "finishPreventiveAction", summary = "Say that it is done, or not needed any more")
    public Response finish(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Finish body) {
        UUID action = actionId(id);
        Finish said = Body.required(body);
        Violations violations = new Violations();
        ActionStatus to = violations.oneOf("to", violations.required("to", said.to()), ActionStatus.class);
        violations.atMost("evidence", said.evidence(), LONGEST_TEXT);
        violations.atMost("comment", said.comment(), LONGEST_TEXT);
        violations.throwIfAny();
        return answer(
                Response.ok(),
                changes.finish(
                        action,
                        to,
                        ProblemBody.orNull(said.evidence()),
                        ProblemBody.orNull(said.comment()),
                        ExpectedVersion.of(ifMatch),
                        caller.get()));
    }

    private static Response answer(Response.ResponseBuilder answer, ActionReading reading) {
        return answer.entity(ActionView.of(reading))
                .header("ETag", Etag.of(reading.action().version()))
                .build();
    }

    private static UUID idIn(String field, String text, Violations violations) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            violations.add(field, "must be an id such as 1f0c3a52-6a53-4c7e-9d0e-0c8f6f1b7a10");
            return null;
        }
    }

    /** What is no id of ours is as unknown as any other. */
    private static UUID actionId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound("preventive action", text);
        }
    }
}
