package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: these two tickets cannot be linked or merged as asked; the detail says why. */
public final class NotJoinable extends Conflict {

    NotJoinable(Ticket ticket, String why) {
        super(
                "not-joinable",
                "Tickets cannot be joined so",
                why,
                Map.of("currentStatus", ticket.status().toString(), "ticketId", ticket.id()));
    }
}
