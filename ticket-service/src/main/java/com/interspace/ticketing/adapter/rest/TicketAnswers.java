package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.page.Etag;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.usecase.TicketDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/** The whole ticket as an answer, with its version and without what its reader must not see. */
@ApplicationScoped
class TicketAnswers {

    private final TicketDesk desk;
    private final CurrentCaller current;
    private final InstantSource time;

    @Inject
    TicketAnswers(TicketDesk desk, CurrentCaller current, InstantSource time) {
        this.desk = desk;
        this.current = current;
        this.time = time;
    }

    Response of(Response.ResponseBuilder response, Ticket ticket) {
        return response.entity(TicketView.of(
                        ticket, desk.policyOf(ticket), current.get().accountScope(), time.instant()))
                .header("ETag", Etag.of(ticket.version()))
                .build();
    }
}
