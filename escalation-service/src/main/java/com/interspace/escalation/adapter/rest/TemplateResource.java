package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.refusal.Body;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.ProposedMatrix;
import com.interspace.escalation.usecase.ChangeTemplate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The templates of the product tiers; the centre's own, not shown to customers. */
@Path("/v1/escalation-templates")
@Tag(name = "Escalation templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
@APIResponse(responseCode = "401", ref = EscalationApi.UNAUTHORIZED)
@APIResponse(responseCode = "403", ref = EscalationApi.FORBIDDEN)
public class TemplateResource {

    private static final String TIER = "/{tier: [A-Za-z0-9._-]{1,64}}";

    private final ChangeTemplate templates;
    private final CurrentCaller caller;

    @Inject
    TemplateResource(ChangeTemplate templates, CurrentCaller caller) {
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listEscalationTemplates", summary = "The newest version of each template")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "templates", value = Examples.TEMPLATES)))
    public Map<String, List<TemplateView>> list() {
        return Map.of("items", templates.all().stream().map(TemplateView::of).toList());
    }

    @GET
    @Path(TIER)
    @Operation(
            operationId = "readEscalationTemplate",
            summary = "The template of a product tier",
            description = "`default` serves tiers without one of their own.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateView.class),
                            examples = @ExampleObject(name = "a template", value = Examples.TEMPLATE)))
    @APIResponse(responseCode = "404", ref = EscalationApi.NOT_FOUND)
    public Response read(@PathParam("tier") String tier) {
        return answer(templates.read(tier));
    }

    @PUT
    @Path(TIER)
    @RolesAllowed(Role.MANAGER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeEscalationTemplate",
            summary = "Write the template of a product tier",
            description = "For contracts and tickets from now on; those that exist keep what they have.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposedMatrix.class),
                            examples = @ExampleObject(name = "two levels", value = Examples.PROPOSED)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateView.class),
                            examples = @ExampleObject(name = "a template", value = Examples.TEMPLATE)))
    @APIResponse(responseCode = "400", ref = EscalationApi.MALFORMED)
    @APIResponse(responseCode = "412", ref = EscalationApi.STALE)
    @APIResponse(responseCode = "422", ref = EscalationApi.INVALID)
    public Response change(
            @PathParam("tier") String tier,
            @Parameter(ref = EscalationApi.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            ProposedMatrix proposed) {
        return answer(templates.change(caller.get(), tier, Body.required(proposed), Etag.expected(ifMatch)));
    }

    private static Response answer(Matrix template) {
        return Response.ok(TemplateView.of(template))
                .header("ETag", Etag.of(template.version()))
                .build();
    }
}
