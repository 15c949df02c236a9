package com.interspace.rfo.adapter.tmf;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemPatch;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.usecase.problem.ChangeProblem;
import com.interspace.rfo.usecase.problem.OpenProblem;
import com.interspace.rfo.usecase.problem.ReadProblems;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * TMF656 Service Problem Management, v4.0.0, over the use cases of {@code /v1/problems}. Partners read the problems that
 * hurt them; agents and managers work with all of them.
 */
@Path(ServiceProblemView.PATH)
@Tag(name = "TMF656 service problems")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class ServiceProblemResource {

    private final OpenProblem opens;
    private final ChangeProblem changes;
    private final ReadProblems reads;
    private final CurrentCaller caller;
    private final ServiceProblemView views;

    @Inject
    ServiceProblemResource(
            OpenProblem opens,
            ChangeProblem changes,
            ReadProblems reads,
            CurrentCaller caller,
            @ConfigProperty(name = "interspace.public-url") String publicUrl) {
        this.opens = opens;
        this.changes = changes;
        this.reads = reads;
        this.caller = caller;
        this.views = new ServiceProblemView(publicUrl);
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "createServiceProblem", summary = "Creates a ServiceProblem")
    public Response create(ServiceProblemBody body) {
        Problem problem = opens.open(Body.required(body).request(), caller.get());
        return Response.created(URI.create(views.href(problem)))
                .entity(view(problem.id(), Set.of()))
                .build();
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listServiceProblem", summary = "Lists or finds ServiceProblem objects")
    public Response list(@Context UriInfo uri) {
        Caller reader = caller.get();
        ServiceProblemQuery query = ServiceProblemQuery.of(uri.getQueryParameters(), reader.accountScope());
        List<Map<String, Object>> rows = query.filter()
                .map(filter -> reads.slice(filter, query.offset(), query.limit(), reader).stream()
                        .map(seen -> views.of(seen, isWhole(reader), query.fields()))
                        .toList())
                .orElse(List.of());
        return Response.ok(rows)
                .header("X-Total-Count", query.filter().map(reads::count).orElse(0L))
                .header("X-Result-Count", rows.size())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "retrieveServiceProblem", summary = "Retrieves a ServiceProblem by id")
    public Map<String, Object> retrieve(@PathParam("id") String id, @QueryParam("fields") String fields) {
        return view(problemId(id), ServiceProblemQuery.fields(fields));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "patchServiceProblem", summary = "Updates a ServiceProblem partially")
    public Map<String, Object> patch(@PathParam("id") String id, ServiceProblemBody body) {
        UUID problem = problemId(id);
        ServiceProblemBody said = Body.required(body);
        ProblemPatch patch = said.patch();
        Violations violations = new Violations();
        ProblemStatus to = said.status(violations);
        violations.throwIfAny();
        changes.change(problem, patch, to, said.why(), null, caller.get());
        return view(problem, Set.of());
    }

    private Map<String, Object> view(UUID id, Set<String> fields) {
        Caller reader = caller.get();
        return views.of(reads.seen(id, reader), isWhole(reader), fields);
    }

    private static boolean isWhole(Caller reader) {
        return reader.accountScope().isEmpty();
    }

    /** What is no id of ours is as unknown as any other. */
    private static UUID problemId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound("service problem", text);
        }
    }
}
