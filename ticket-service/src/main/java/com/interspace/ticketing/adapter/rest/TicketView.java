package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.ClockReading;
import com.interspace.ticketing.sla.ClockState;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.sla.TicketClocks;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.FaultNature;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Task;
import com.interspace.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket as people and programs see it. */
@Schema(name = "Ticket")
record TicketView(
        String id,
        String account,
        String serviceId,
        Status status,
        String statusReason,
        Priority priority,
        Impact impact,
        Urgency urgency,
        Priority requestedPriority,
        String summary,
        String description,
        Instant problemStart,
        FaultNature faultNature,
        String circuitId,
        List<String> ipAddress,
        Channel channel,
        String externalId,
        Reporter reporter,
        List<Question> missingInformation,
        List<String> likelyDuplicates,
        Task task,
        String parentId,
        String mergedInto,
        String followUpOf,
        Deferral deferral,
        String heldBy,
        String language,
        String resolution,
        Instant createdAt,
        Instant resolvedAt,
        Targets targets,
        long version) {

    @Schema(name = "Targets")
    record Targets(Target response, Target update, Target repair) {}

    /** @param state proposed, accepted, refused or lapsed; the whole is null when nothing was ever proposed */
    @Schema(name = "Deferral")
    record Deferral(
            com.interspace.ticketing.ticket.Deferral.State state,
            String proposedBy,
            String reason,
            Instant proposedAt,
            Instant until) {

        static Deferral of(com.interspace.ticketing.ticket.Deferral deferral) {
            return deferral.proposedBy() == null
                    ? null
                    : new Deferral(
                            deferral.state(),
                            deferral.proposedBy(),
                            deferral.reason(),
                            deferral.proposedAt(),
                            deferral.until());
        }
    }

    /** @param due null while the clock stands still */
    @Schema(name = "Target")
    record Target(Instant due, ClockState state) {}

    static TicketView of(Ticket ticket, SlaPolicy policy, Optional<Set<String>> scope, Instant now) {
        TicketClocks clocks = new TicketClocks(ticket.life(), policy);
        return new TicketView(
                ticket.id(),
                ticket.account(),
                ticket.serviceId(),
                ticket.status(),
                ticket.statusReason(),
                ticket.priority(),
                ticket.impact(),
                ticket.urgency(),
                ticket.requestedPriority(),
                ticket.summary(),
                ticket.description(),
                ticket.problemStart(),
                ticket.faultNature(),
                ticket.circuitId(),
                ticket.ipAddresses(),
                ticket.channel(),
                ticket.externalId(),
                ticket.reporter(),
                ticket.missing().questions(),
                ticket.likelyDuplicates(),
                ticket.task(),
                ticket.joins().parentFor(scope),
                ticket.joins().mergedInto(),
                ticket.joins().followUpOf(),
                Deferral.of(ticket.deferral()),
                ticket.heldBy(),
                ticket.language(),
                ticket.resolution(),
                ticket.createdAt(),
                ticket.resolvedAt(),
                new Targets(
                        target(clocks.read(ClockName.RESPONSE, now)),
                        target(clocks.read(ClockName.UPDATE, now)),
                        target(clocks.read(ClockName.REPAIR, now))),
                ticket.version());
    }

    private static Target target(ClockReading reading) {
        return new Target(reading.due(), reading.state());
    }
}
