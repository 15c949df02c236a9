package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.FindingState;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.usecase.finding.DecideFinding;
import com.interspace.rfo.usecase.finding.FindingReading;
import com.interspace.rfo.usecase.finding.ReadFindings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings: risks that show in the record before they hurt. For the centre. */
@Path("/v1/findings")
@Tag(name = "Findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FindingResource {

    public record Decision(String comment) {}

    /** @param until when it is open again */
    public record Rest(String until, String comment) {}

    private static final int LONGEST_COMMENT = 2_000;
    private static final int CURSOR_PARTS = 2;

    private final ReadFindings reads;
    private final DecideFinding decides;
    private final CurrentCaller caller;

    @Inject
    FindingResource(ReadFindings reads, DecideFinding decides, CurrentCaller caller) {
        this.reads = reads;
        this.decides = decides;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listFindings", summary = "Findings, newest first")
    public Response list(
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("subject") String subject,
            @QueryParam("ticketId") String ticketId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("count") @DefaultValue("false") String count) {
        Violations violations = new Violations();
        FindingState inState = violations.oneOf("state", state, FindingState.class);
        FindingKind ofKind = violations.oneOf("kind", kind, FindingKind.class);
        violations.throwIfAny();
        Findings.Filter filter = new Findings.Filter(inState, ofKind, subject, ticketId);
        Page<Finding> page = reads.list(filter, Cursor.parse(cursor, CURSOR_PARTS), Limit.parse(limit));
        Response.ResponseBuilder answer = Response.ok(page.map(FindingView::line));
        return "true".equals(count)
                ? answer.header("X-Total-Count", reads.count(filter)).build()
                : answer.build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readFinding", summary = "One finding with its evidence")
    public Response read(@PathParam("id") String id) {
        return answer(reads.read(findingId(id)));
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "confirmFinding", summary = "Say that it is a risk")
    public Response confirm(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Decision body) {
        return decide(id, FindingState.CONFIRMED, body, ifMatch);
    }

    @POST
    @Path("/{id}/dismiss")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "dismissFinding", summary = "Say that it is none")
    public Response dismiss(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Decision body) {
        return decide(id, FindingState.DISMISSED, body, ifMatch);
    }

    @POST
    @Path("/{id}/snooze")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "snoozeFinding", summary = "Let it rest until a time")
    public Response snooze(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Rest body) {
        UUID finding = findingId(id);
        Violations violations = new Violations();
        String text = violations.required("until", body == null ? null : body.until());
        Instant until = violations.instant("until", text);
        String comment = comment(body == null ? null : body.comment(), violations);
        violations.throwIfAny();
        return answer(decides.decide(
                finding, FindingState.SNOOZED, until, comment, ExpectedVersion.of(ifMatch), caller.get()));
    }

    private Response decide(String id, FindingState to, Decision body, String ifMatch) {
        UUID finding = findingId(id);
        Violations violations = new Violations();
        String comment = comment(body == null ? null : body.comment(), violations);
        violations.throwIfAny();
        return answer(decides.decide(finding, to, null, comment, ExpectedVersion.of(ifMatch), caller.get()));
    }

    private static String comment(String text, Violations violations) {
        return ProblemBody.orNull(violations.atMost("comment", text, LONGEST_COMMENT));
    }

    private static Response answer(FindingReading reading) {
        return Response.ok(FindingView.of(reading))
                .header("ETag", Etag.of(reading.finding().version()))
                .build();
    }

    /** What is no id of ours is as unknown as any other. */
    private static UUID findingId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound("finding", text);
        }
    }
}
