package com.interspace.ticketing.adapter.tmf;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.ticketing.adapter.tmf.TroubleTicketRequest.RelatedEntity;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.sla.TicketClocks;
import com.interspace.ticketing.ticket.FaultNature;
import com.interspace.ticketing.ticket.Life;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket in the words of TMF621 v4. What is absent is left out. */
@Schema(name = "TroubleTicket")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TroubleTicketView(
        String id,
        String href,
        String externalId,
        String name,
        String description,
        @Schema(description = "As it was said; otherwise the impact") String severity,
        String ticketType,
        @Schema(description = "The centre's answer from impact and urgency") Priority priority,
        Status status,
        Instant statusChangeDate,
        String statusChangeReason,
        List<StatusChange> statusChange,
        Instant creationDate,
        Instant lastUpdate,
        Instant expectedResolutionDate,
        Instant resolutionDate,
        ChannelRef channel,
        List<RelatedEntity> relatedEntity,
        List<TmfNote> note,
        Instant problemStart,
        Impact impact,
        Urgency urgency,
        Priority requestedPriority,
        FaultNature faultNature,
        String circuitId,
        List<String> ipAddress,
        String resolution,
        @Schema(description = "What has to be completed before work can begin or go on")
                List<Question> missingInformation,
        @JsonProperty("@type") String type) {

    @Schema(name = "StatusChange")
    record StatusChange(String status, Instant changeDate) {}

    @Schema(name = "ChannelRef")
    record ChannelRef(String id, String name) {}

    static TroubleTicketView of(Ticket ticket, List<Note> notes, SlaPolicy policy, String href, Instant now) {
        List<StatusChange> changes = ticket.life().of(Life.Kind.STATUS).stream()
                .map(moment -> new StatusChange(moment.value(), moment.at()))
                .toList();
        String severity = ticket.partnerWords().severity();
        String channel = ticket.channel().toString();
        return new TroubleTicketView(
                ticket.id(),
                href,
                ticket.externalId(),
                ticket.summary(),
                ticket.description(),
                severity == null ? ticket.impact().toString() : severity,
                ticket.partnerWords().ticketType(),
                ticket.priority(),
                ticket.status(),
                changes.get(changes.size() - 1).changeDate(),
                ticket.statusReason(),
                changes,
                ticket.createdAt(),
                lastUpdate(ticket, notes),
                new TicketClocks(ticket.life(), policy)
                        .read(ClockName.REPAIR, now)
                        .due(),
                ticket.resolvedAt(),
                new ChannelRef(channel, channel),
                ticket.serviceId() == null
                        ? null
                        : List.of(new RelatedEntity(ticket.serviceId(), "affectedService", "Service")),
                notes.isEmpty() ? null : notes.stream().map(TmfNote::of).toList(),
                ticket.problemStart(),
                ticket.impact(),
                ticket.urgency(),
                ticket.requestedPriority(),
                ticket.faultNature(),
                ticket.circuitId(),
                ticket.ipAddresses().isEmpty() ? null : ticket.ipAddresses(),
                ticket.resolution(),
                ticket.missing().isEmpty() ? null : ticket.missing().questions(),
                "TroubleTicket");
    }

    private static Instant lastUpdate(Ticket ticket, List<Note> notes) {
        List<Life.Moment> moments = ticket.life().moments();
        Instant changed = moments.get(moments.size() - 1).at();
        Instant said = notes.isEmpty() ? changed : notes.get(notes.size() - 1).at();
        return said.isAfter(changed) ? said : changed;
    }
}
