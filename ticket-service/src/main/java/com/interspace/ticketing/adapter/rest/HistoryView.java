package com.interspace.ticketing.adapter.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.interspace.ticketing.ticket.HistoryRow;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of a ticket's history.
 *
 * @param detail what changed; null once it has been erased
 */
@Schema(name = "HistoryRow")
record HistoryView(
        long sequence,
        Instant at,
        String type,
        String who,
        String party,
        String channel,
        int policyVersion,
        @JsonRawValue @Schema(implementation = Object.class) String detail,
        String hash) {

    static HistoryView of(HistoryRow row) {
        return new HistoryView(
                row.sequence(),
                row.at(),
                row.type(),
                row.actorName(),
                row.party(),
                row.channel(),
                row.policyVersion(),
                row.detail(),
                row.hash());
    }
}
