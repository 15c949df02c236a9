package com.interspace.chassis.deadletter;

import com.interspace.chassis.caller.Role;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operations do with parked messages. Each service answers for its own, on its own port. */
@Path("/v1/dead-letters")
@Tag(name = "Operations")
public class DeadLetterResource {

    private final DeadLetterBox box;

    @Inject
    DeadLetterResource(DeadLetterBox box) {
        this.box = box;
    }

    @GET
    @RolesAllowed({Role.OPS, Role.MANAGER})
    @Operation(operationId = "listDeadLetters", summary = "Messages that could not be applied, with count and reason")
    public Page<DeadLetter> parked(@QueryParam("limit") String limit) {
        return new Page<>(box.parked(Limit.parse(limit)), null);
    }

    @POST
    @Path("/replay")
    @RolesAllowed(Role.OPS)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Apply what is parked once more",
            description = "For at most five seconds; what is left waits for the next call.")
    public DeadLetterBox.Replay replay() {
        return box.replay();
    }
}
