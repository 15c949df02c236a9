package com.interspace.rfo.report;

import com.interspace.chassis.refusal.NotYet;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.TicketState;

/**
 * Who gets an RFO. Centre's rule: for a ticket that is resolved or closed, and that was critical or major at its worst in
 * the resolved cycle.
 */
public final class RequestPolicy {

    private RequestPolicy() {}

    /** @throws NotYet with the reason, if there is none to be had as far as is known */
    public static void check(Outage outage) {
        TicketState ticket = outage.state();
        if (!ticket.isOver()) {
            throw refused(outage, "is " + ticket.status() + "; an RFO can be requested once it is resolved.");
        }
        if (!ticket.wasSevere()) {
            throw refused(
                    outage,
                    "had " + ticket.highestPriority()
                            + " as its highest priority; an RFO is written for critical and major ones.");
        }
    }

    private static NotYet refused(Outage outage, String reason) {
        return new NotYet(
                "rfo-not-available", "No RFO available", "Ticket " + outage.ticketId() + " " + reason, outage.asOf());
    }
}
