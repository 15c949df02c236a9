package com.interspace.rfo.report;

import com.interspace.chassis.refusal.NotYet;
import com.interspace.rfo.outage.Outage;

/** A report on an outage that goes on, or came back since it was reviewed, is not approved. Its due date stays. */
final class ApprovalPolicy {

    private ApprovalPolicy() {}

    /** @param cycle the cycle of the ticket that the report tells of */
    static void requireOver(Outage outage, int cycle) {
        if (!outage.state().isOver()) {
            throw reopened(outage, "is " + outage.state().status() + " again; wait until it is resolved.");
        }
        if (outage.state().cycle() != cycle) {
            throw reopened(outage, "was reopened since the review; send the RFO back to draft.");
        }
    }

    private static NotYet reopened(Outage outage, String reason) {
        return new NotYet(
                "ticket-reopened", "Ticket reopened", "Ticket " + outage.ticketId() + " " + reason, outage.asOf());
    }
}
