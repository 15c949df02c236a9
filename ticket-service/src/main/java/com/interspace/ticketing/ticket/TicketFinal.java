package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Conflict;
import java.util.List;
import java.util.Map;

/** 409: the ticket has come to its end and changes no more. */
public final class TicketFinal extends Conflict {

    public TicketFinal(Status current) {
        super(
                "ticket-final",
                "Ticket is final",
                "The ticket is " + current + " and changes no more; open a new one.",
                Map.of("currentStatus", current.toString(), "allowedStatuses", List.of()));
    }
}
