package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.sla.Calendars;
import com.interspace.ticketing.sla.ClockHours;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.usecase.ApplyPolicy;
import com.interspace.ticketing.usecase.KeepRules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of the desk over HTTP; the centre reads them, a manager changes them. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleResource {

    @Schema(name = "PolicyApplication")
    record Application(@Schema(required = true, description = "Stands in every ticket's history") String reason) {}

    /** @param applied tickets that came under the version and were under another one before */
    @Schema(name = "PolicyApplied")
    record Applied(int version, int applied) {}

    private static final int LONGEST_REASON = 2_000;

    private final Matrices matrices;
    private final Policies policies;
    private final Calendars calendars;
    private final KeepRules keepRules;
    private final ApplyPolicy applyPolicy;
    private final CurrentCaller current;
    private final InstantSource time;

    @Inject
    RuleResource(
            Matrices matrices,
            Policies policies,
            Calendars calendars,
            KeepRules keepRules,
            ApplyPolicy applyPolicy,
            CurrentCaller current,
            InstantSource time) {
        this.matrices = matrices;
        this.policies = policies;
        this.calendars = calendars;
        this.keepRules = keepRules;
        this.applyPolicy = applyPolicy;
        this.current = current;
        this.time = time;
    }

    @GET
    @Path("/priority-matrix")
    @RolesAllowed({AGENT, MANAGER, OPS})
    @Operation(operationId = "getPriorityMatrix", summary = "The matrix in force")
    public Response matrix() {
        return answer(matrices.current());
    }

    @PUT
    @Path("/priority-matrix")
    @RolesAllowed(MANAGER)
    @Operation(
            operationId = "putPriorityMatrix",
            summary = "The next version of the matrix",
            description =
                    "Judges from now on; a judged ticket keeps its version. Saying the same again changes nothing.")
    public Response put(@HeaderParam("If-Match") String ifMatch, MatrixView body) {
        return answer(keepRules.put(Body.required(body).matrix(), Etag.expected(ifMatch), current.get()));
    }

    @GET
    @Path("/sla-policies")
    @RolesAllowed({AGENT, MANAGER, OPS})
    @Operation(operationId = "listSlaPolicies", summary = "All versions of the policy, newest first")
    public Page<PolicyView> policies() {
        return new Page<>(PolicyView.of(policies.all()), null);
    }

    @GET
    @Path("/sla-policies/{version}")
    @RolesAllowed({AGENT, MANAGER, OPS})
    @Operation(operationId = "getSlaPolicy", summary = "One version of the policy")
    public Response policy(@PathParam("version") String version) {
        return answer(policies.find(number(version)).orElseThrow(() -> new NotFound("SLA policy", version)));
    }

    @PUT
    @Path("/sla-policies")
    @RolesAllowed(MANAGER)
    @Operation(
            operationId = "putSlaPolicy",
            summary = "The next version of the policy",
            description = "For tickets that are opened from now on. Calendars are pinned in their newest version.")
    public Response put(@HeaderParam("If-Match") String ifMatch, PolicyView body) {
        Violations violations = new Violations();
        var targets = Body.required(body).readTargets(violations);
        var names = body.readCalendars(violations);
        violations.throwIfAny();
        return answer(keepRules.put(targets, names, Etag.expected(ifMatch), current.get()));
    }

    @POST
    @Path("/sla-policies/{version}/apply-to-open")
    @RolesAllowed(MANAGER)
    @Operation(
            operationId = "applySlaPolicy",
            summary = "Put every open ticket under this version",
            description = "In small batches; doing it again goes on with what is left.")
    public Applied apply(@PathParam("version") String version, Application body) {
        Violations violations = new Violations();
        String reason = violations.required("reason", Body.required(body).reason());
        violations.atMost("reason", reason, LONGEST_REASON);
        violations.throwIfAny();
        return new Applied(number(version), applyPolicy.toOpen(number(version), reason, current.get()));
    }

    @GET
    @Path("/calendars")
    @RolesAllowed({AGENT, MANAGER, OPS})
    @Operation(operationId = "listCalendars", summary = "The business calendars in their newest versions")
    public Page<CalendarView> calendars() {
        return new Page<>(calendars.all().stream().map(CalendarView::of).toList(), null);
    }

    @GET
    @Path("/calendars/{name}")
    @RolesAllowed({AGENT, MANAGER, OPS})
    @Operation(operationId = "getCalendar", summary = "One business calendar in its newest version")
    public Response calendar(@PathParam("name") String name) {
        return answer(calendars.find(name).orElseThrow(() -> new NotFound("calendar", name)));
    }

    @PUT
    @Path("/calendars")
    @RolesAllowed(MANAGER)
    @Operation(
            operationId = "putCalendar",
            summary = "A new calendar, or the next version of one",
            description = "Policies keep the version that they pinned; put the policy again to take over this one.")
    public Response put(@HeaderParam("If-Match") String ifMatch, CalendarView body) {
        ClockHours hours = Body.required(body).hours(time.instant());
        return answer(keepRules.put(hours, Etag.expected(ifMatch), current.get()));
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException foreign) {
            throw new NotFound("SLA policy", version);
        }
    }

    private static Response answer(PriorityMatrix matrix) {
        return answer(MatrixView.of(matrix), matrix.version());
    }

    private static Response answer(SlaPolicy policy) {
        return answer(PolicyView.of(policy), policy.version());
    }

    private static Response answer(ClockHours calendar) {
        return answer(CalendarView.of(calendar), calendar.version());
    }

    private static Response answer(Object view, int version) {
        return Response.ok(view).header("ETag", Etag.of(version)).build();
    }
}
