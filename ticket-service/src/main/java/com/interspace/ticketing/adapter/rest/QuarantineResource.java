package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.MANAGER;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.correspondence.JournaledMail;
import com.interspace.ticketing.correspondence.MailJournal;
import com.interspace.ticketing.correspondence.MailState;
import com.interspace.ticketing.usecase.JudgeMail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mail that waits until an agent releases or refuses it; its sender hears nothing of it. */
@Path("/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Quarantine")
@RolesAllowed({AGENT, MANAGER})
public class QuarantineResource {

    private static final int LONGEST_REASON = 500;

    private final MailJournal journal;
    private final JudgeMail judge;
    private final CurrentCaller current;

    @Inject
    QuarantineResource(MailJournal journal, JudgeMail judge, CurrentCaller current) {
        this.journal = journal;
        this.judge = judge;
        this.current = current;
    }

    @GET
    @Operation(
            operationId = "listQuarantine",
            summary = "Mail that waits for a decision, newest first",
            description = "With another state: what became of mail, for example what was ignored.")
    public Page<QuarantineView> list(
            @Parameter(
                            description = "quarantined unless said otherwise",
                            schema = @Schema(implementation = MailState.class))
                    @QueryParam("state")
                    String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Violations violations = new Violations();
        MailState wanted = violations.oneOf("state", state, MailState.class);
        violations.throwIfAny();
        int rows = Limit.parse(limit);
        long after = SequenceCursor.parse(cursor);
        return Page.of(
                        journal.list(
                                wanted == null ? MailState.QUARANTINED : wanted,
                                after == 0 ? Long.MAX_VALUE : after,
                                rows),
                        rows,
                        mail -> SequenceCursor.after(mail.id()))
                .map(QuarantineView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getQuarantinedMail", summary = "One mail, with its text")
    public QuarantineView get(@PathParam("id") String id) {
        JournaledMail mail = journal.find(number(id)).orElseThrow(() -> new NotFound("mail", id));
        return QuarantineView.of(mail, judge.read(mail));
    }

    @POST
    @Path("/{id}/release")
    @Idempotent
    @Operation(
            operationId = "releaseMail",
            summary = "Make a ticket or a note of it",
            description = "A ticket about the service, on behalf of the reporter, read as leniently as any mail; or a"
                    + " public note on the ticket. The reporter of a new ticket gets the usual acknowledgement.")
    public QuarantineView release(@PathParam("id") String id, QuarantineRequests.Release body) {
        long mail = number(id);
        boolean ofService = isSaid(Body.required(body).serviceId());
        if (ofService == isSaid(body.ticketId())) {
            throw new Invalid("serviceId", "or ticketId is required, and not both");
        }
        return QuarantineView.of(
                ofService
                        ? judge.releaseAsTicket(mail, body.serviceId().trim(), body.reporter(), current.get())
                        : judge.releaseAsNote(mail, body.ticketId().trim(), current.get()));
    }

    @POST
    @Path("/{id}/refuse")
    @Operation(operationId = "refuseMail", summary = "Make nothing of it", description = "Its sender hears nothing.")
    public QuarantineView refuse(@PathParam("id") String id, QuarantineRequests.Refusal body) {
        String reason = body == null ? null : body.reason();
        Violations violations = new Violations();
        violations.atMost("reason", reason, LONGEST_REASON);
        violations.throwIfAny();
        return QuarantineView.of(judge.refuse(number(id), reason, current.get()));
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private static long number(String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw new NotFound("mail", id);
        }
        return Long.parseLong(id);
    }
}
