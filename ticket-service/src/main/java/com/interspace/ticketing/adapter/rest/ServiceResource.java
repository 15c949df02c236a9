package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;
import static com.interspace.chassis.caller.Role.PROVISIONER;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Etag;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.config.TicketConfig;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.usecase.KeepService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Services and their contacts over HTTP. */
@Path("/v1/services")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class ServiceResource {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Services services;
    private final KeepService keepService;
    private final TicketConfig config;
    private final CurrentCaller current;

    @Inject
    ServiceResource(Services services, KeepService keepService, TicketConfig config, CurrentCaller current) {
        this.services = services;
        this.keepService = keepService;
        this.config = config;
        this.current = current;
    }

    @GET
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS, PROVISIONER})
    @Operation(operationId = "listServices", summary = "The services that the caller may see, by id")
    public Page<ServiceView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Cursor after = Cursor.parse(cursor, 1);
        int rows = Limit.parse(limit);
        return Page.of(
                        services.list(scope(), after == null ? "" : after.part(0), rows),
                        rows,
                        service -> Cursor.of(service.id()))
                .map(service -> ServiceView.of(service, config));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS, PROVISIONER})
    @Operation(operationId = "getService", summary = "One service with its welcome data")
    public Response get(@PathParam("id") String id) {
        Service service = services.find(id, scope()).orElseThrow(() -> new NotFound("service", id));
        return answer(Response.ok(), service);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(PROVISIONER)
    @Operation(
            operationId = "putService",
            summary = "Activate a service or describe it anew",
            description = "201 when the service is new; saying the same again changes nothing.")
    public Response put(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, ServiceDescription body) {
        if (!ID.matcher(id).matches()) {
            throw new Invalid("serviceId", "must have 1 to 64 letters, digits, dots, dashes or underscores");
        }
        KeepService.Kept kept =
                keepService.put(id, Body.required(body).profile(), Etag.expected(ifMatch), current.get());
        URI location = URI.create("/v1/services/" + id);
        return answer(kept.created() ? Response.created(location) : Response.ok(), kept.service());
    }

    @POST
    @Path("/{id}/suspend")
    @RolesAllowed(PROVISIONER)
    @Operation(operationId = "suspendService", summary = "Suspend a service")
    public Response suspend(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(Response.ok(), keepService.suspend(id, Etag.expected(ifMatch), current.get()));
    }

    @POST
    @Path("/{id}/terminate")
    @RolesAllowed(PROVISIONER)
    @Operation(operationId = "terminateService", summary = "Terminate a service for ever")
    public Response terminate(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return answer(Response.ok(), keepService.terminate(id, Etag.expected(ifMatch), current.get()));
    }

    /** Provisioning keeps the services of every account. */
    private Optional<Set<String>> scope() {
        Caller caller = current.get();
        return caller.is(PROVISIONER) ? Optional.empty() : caller.accountScope();
    }

    private Response answer(Response.ResponseBuilder response, Service service) {
        return response.entity(ServiceView.of(service, config))
                .header("ETag", Etag.of(service.version()))
                .build();
    }
}
