package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.page.Etag;
import com.interspace.escalation.usecase.Escalation;
import jakarta.ws.rs.core.Response;

/** An escalation as it is answered: as this caller may see it, with its version. */
final class EscalationAnswer {

    private EscalationAnswer() {}

    static Response of(Escalation escalation, Caller reader) {
        return Response.ok(EscalationView.of(escalation, reader))
                .header("ETag", Etag.of(escalation.climb().version()))
                .build();
    }
}
