package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the account has used this external id for another report. */
public final class ExternalIdTaken extends Conflict {

    public ExternalIdTaken(Ticket existing) {
        super(
                "external-id-taken",
                "External id taken",
                "The externalId " + existing.externalId() + " belongs to " + existing.id()
                        + ", which was reported with other words; use a new externalId for a new report.",
                Map.of("ticketId", existing.id(), "externalId", existing.externalId()));
    }
}
