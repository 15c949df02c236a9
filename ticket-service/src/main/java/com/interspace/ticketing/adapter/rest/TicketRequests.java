package com.interspace.ticketing.adapter.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.ticket.PartnerWords;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.usecase.OpenTicket;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies that ticket operations take. All fields are text here; the intake says what is wrong with them. */
final class TicketRequests {

    private TicketRequests() {}

    @Schema(name = "NewTicket")
    record NewTicket(
            @Schema(required = true, examples = "IS-DIA-0001") String serviceId,
            @Schema(required = true, examples = "2026-03-01T08:15:00Z") String problemStart,
            @Schema(required = true, minLength = 1, maxLength = 500) String summary,
            @Schema(
                            required = true,
                            enumeration = {"service-affecting", "degradation", "non-service-affecting"})
                    String impact,
            String description,
            @Schema(enumeration = {"high", "medium", "low"}) String urgency,
            @Schema(enumeration = {"critical", "major", "minor", "low"}) String requestedPriority,
            @Schema(enumeration = {"permanent", "intermittent"}) String faultNature,
            String circuitId,
            @Schema(description = "IPv4 or IPv6; one string is taken as a list of one")
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    List<String> ipAddress,
            String externalId,
            @Schema(description = "Who is calling; for agents only") Reporter reporter,
            @Schema(
                            description =
                                    "For agents only: proactive for what the centre has found itself; the service's"
                                            + " first contact is told unless a reporter is named",
                            enumeration = {"phone", "proactive"},
                            defaultValue = "phone")
                    String channel) {

        OpenTicket.Request request() {
            return new OpenTicket.Request(
                    new ReportForm(
                            serviceId,
                            problemStart,
                            summary,
                            impact,
                            description,
                            urgency,
                            requestedPriority,
                            faultNature,
                            circuitId,
                            ipAddress,
                            externalId,
                            PartnerWords.NONE),
                    reporter,
                    channel);
        }
    }

    /** What is answered, put right or judged; what stays as it is is left out. */
    @Schema(name = "TicketPatch")
    record TicketPatch(
            String serviceId,
            @Schema(examples = "2026-03-01T08:15:00Z") String problemStart,
            @Schema(minLength = 1, maxLength = 500) String summary,
            @Schema(enumeration = {"service-affecting", "degradation", "non-service-affecting"}) String impact,
            @Schema(description = "For agents, where the reporter has given none") String description,
            @Schema(enumeration = {"high", "medium", "low"}) String urgency,
            @Schema(enumeration = {"critical", "major", "minor", "low"}) String requestedPriority,
            @Schema(enumeration = {"permanent", "intermittent"}) String faultNature,
            String circuitId,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> ipAddress,
            @Schema(description = "Required of agents: why; stands in the history") String note) {

        ReportForm form() {
            return new ReportForm(
                    serviceId,
                    problemStart,
                    summary,
                    impact,
                    description,
                    urgency,
                    requestedPriority,
                    faultNature,
                    circuitId,
                    ipAddress,
                    null,
                    PartnerWords.NONE);
        }
    }

    @Schema(name = "Transition")
    record Transition(
            @Schema(
                            required = true,
                            enumeration = {
                                "inProgress",
                                "pending",
                                "held",
                                "resolved",
                                "closed",
                                "cancelled",
                                "rejected"
                            })
                    String to,
            @Schema(description = "Required to reject, to reopen and to refuse a resolution") String reason,
            @Schema(description = "Whom or what a held ticket waits for: a third party, spare parts") String party,
            @Schema(description = "Required for resolved; the customer reads it") String resolution) {}

    @Schema(name = "DeferralProposal")
    record DeferralProposal(@Schema(required = true, maxLength = 2000) String reason) {}

    @Schema(name = "DeferralAnswer")
    record DeferralAnswer(@Schema(required = true) Boolean accept) {}

    /** Another ticket. */
    @Schema(name = "TicketRef")
    record TicketRef(@Schema(required = true, examples = "IS-1000042-2") String ticketId) {}

    @Schema(name = "NewNote")
    record NewNote(
            @Schema(required = true, minLength = 1, maxLength = 65536) String text,
            @Schema(
                            enumeration = {"public", "internal"},
                            defaultValue = "public")
                    String visibility) {}
}
