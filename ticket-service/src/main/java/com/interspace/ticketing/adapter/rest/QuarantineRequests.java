package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.ticket.Reporter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies that decisions about mail take. */
final class QuarantineRequests {

    private QuarantineRequests() {}

    @Schema(name = "MailRelease", description = "Exactly one of serviceId and ticketId")
    record Release(
            @Schema(description = "The mail becomes a ticket about this service", examples = "IS-DIA-0001")
                    String serviceId,
            @Schema(description = "The mail becomes a note on this ticket", examples = "IS-1000042-2") String ticketId,
            @Schema(description = "On whose behalf a ticket is opened; without it, the mail's sender")
                    Reporter reporter) {}

    @Schema(name = "MailRefusal")
    record Refusal(@Schema(description = "Why; stands at the mail", maxLength = 500) String reason) {}
}
