package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.usecase.RfoLine;
import java.time.Instant;
import java.util.UUID;

/** An RFO as a line of a list: all but what it says. */
public record RfoLineView(
        UUID id,
        String number,
        int edition,
        long version,
        String ticketId,
        String account,
        String serviceId,
        String status,
        Instant requestedAt,
        Instant due,
        DocumentView document) {

    static RfoLineView of(RfoLine line) {
        Rfo rfo = line.rfo();
        return new RfoLineView(
                rfo.id(),
                rfo.number(),
                rfo.edition(),
                rfo.version(),
                rfo.ticketId(),
                rfo.account(),
                rfo.serviceId(),
                rfo.status().toString(),
                rfo.requestedAt(),
                rfo.due(),
                DocumentView.of(line.document()));
    }
}
