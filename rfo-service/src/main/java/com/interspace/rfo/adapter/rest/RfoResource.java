package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoStatus;
import com.interspace.rfo.report.SectionName;
import com.interspace.rfo.usecase.MoveRfo;
import com.interspace.rfo.usecase.ReadRfos;
import com.interspace.rfo.usecase.RequestRfo;
import com.interspace.rfo.usecase.ReviseRfo;
import com.interspace.rfo.usecase.RfoLine;
import com.interspace.rfo.usecase.RfoReading;
import com.interspace.rfo.usecase.WriteSection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** RFOs, from the request to the publication. */
@Path("/v1/rfos")
@Tag(name = "RFOs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RfoResource {

    /** @param ticketId the ticket whose outage is to be explained */
    public record RfoRequest(String ticketId) {}

    /** @param to a status; {@code comment} is required to send back to draft */
    public record Transition(String to, String comment) {}

    /** @param comment why what was published has to be revised */
    public record Revision(String comment) {}

    private static final int LONGEST_COMMENT = 2_000;
    private static final int CURSOR_PARTS = 2;

    private final RequestRfo requests;
    private final ReadRfos reads;
    private final WriteSection writes;
    private final MoveRfo moves;
    private final ReviseRfo revisions;
    private final CurrentCaller caller;

    @Inject
    RfoResource(
            RequestRfo requests,
            ReadRfos reads,
            WriteSection writes,
            MoveRfo moves,
            ReviseRfo revisions,
            CurrentCaller caller) {
        this.requests = requests;
        this.reads = reads;
        this.writes = writes;
        this.moves = moves;
        this.revisions = revisions;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER})
    @Operation(operationId = "requestRfo", summary = "Ask for the reason of an outage")
    public Response request(RfoRequest body) {
        Violations violations = new Violations();
        String ticketId = PlainText.of(violations.required("ticketId", body == null ? null : body.ticketId()));
        violations.throwIfAny();
        Rfo rfo = requests.request(ticketId, caller.get());
        return answer(Response.created(URI.create("/v1/rfos/" + rfo.id())), reads.read(rfo.id(), caller.get()));
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listRfos", summary = "RFOs, newest first")
    public Response list(
            @QueryParam("ticketId") String ticketId,
            @QueryParam("status") String status,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("count") @DefaultValue("false") String count) {
        Violations violations = new Violations();
        RfoStatus wanted = violations.oneOf("status", status, RfoStatus.class);
        String ticket = PlainText.of(ticketId);
        violations.throwIfAny();
        Page<RfoLine> page =
                reads.list(ticket, wanted, caller.get(), Cursor.parse(cursor, CURSOR_PARTS), Limit.parse(limit));
        Response.ResponseBuilder answer = Response.ok(page.map(RfoLineView::of));
        if ("true".equals(count)) {
            answer.header("X-Total-Count", reads.count(ticket, wanted, caller.get()));
        }
        return answer.build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readRfo", summary = "One RFO with its content as it stands now")
    public Response read(@PathParam("id") String id) {
        return answer(Response.ok(), reads.read(rfoId(id), caller.get()));
    }

    @PUT
    @Path("/{id}/sections/{name}")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "writeRfoSection", summary = "Write a section of a draft")
    public Response write(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @HeaderParam("If-Match") String ifMatch,
            SectionBody body) {
        UUID rfo = rfoId(id);
        SectionName section = SectionBody.writtenNameOf(name);
        SectionBody text = body == null ? SectionBody.EMPTY : body;
        return answer(
                Response.ok(),
                writes.write(rfo, section, text.section(section), ExpectedVersion.of(ifMatch), caller.get()));
    }

    @GET
    @Path("/{id}/sections/{name}")
    @RolesAllowed({Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readRfoSection", summary = "A section with every text that was written there")
    public SectionView readSection(@PathParam("id") String id, @PathParam("name") String name) {
        UUID rfo = rfoId(id);
        SectionName section = SectionBody.nameOf(name);
        return SectionView.of(reads.read(rfo, caller.get()), section);
    }

    @POST
    @Path("/{id}/revisions")
    @Idempotent
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "reviseRfo", summary = "Begin the next edition of a published RFO")
    public Response revise(@PathParam("id") String id, Revision revision) {
        UUID published = rfoId(id);
        Violations violations = new Violations();
        String comment = PlainText.of(violations.required("comment", revision == null ? null : revision.comment()));
        violations.atMost("comment", comment, LONGEST_COMMENT);
        violations.throwIfAny();
        Rfo rfo = revisions.revise(published, comment, caller.get());
        return answer(Response.created(URI.create("/v1/rfos/" + rfo.id())), reads.read(rfo.id(), caller.get()));
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Role.AGENT, Role.MANAGER})
    @Operation(operationId = "moveRfo", summary = "Send to review, send back, approve, publish or withdraw")
    public Response move(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Transition transition) {
        UUID rfo = rfoId(id);
        Violations violations = new Violations();
        String word = violations.required("to", transition == null ? null : transition.to());
        RfoStatus to = violations.oneOf("to", word, RfoStatus.class);
        String comment = PlainText.of(transition == null ? null : transition.comment());
        violations.atMost("comment", comment, LONGEST_COMMENT);
        violations.throwIfAny();
        String said = comment == null || comment.isBlank() ? null : comment;
        return answer(Response.ok(), moves.move(rfo, to, said, ExpectedVersion.of(ifMatch), caller.get()));
    }

    private Response answer(Response.ResponseBuilder answer, RfoReading reading) {
        Caller reader = caller.get();
        return answer.entity(RfoView.of(reading, reader))
                .header("ETag", "\"" + reading.rfo().version() + "\"")
                .build();
    }

    /** What is no id of ours is as unknown as any other. */
    static UUID rfoId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound("RFO", text);
        }
    }
}
