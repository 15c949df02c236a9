package com.interspace.ticketing.adapter.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.sla.Age;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.ClockReading;
import com.interspace.ticketing.sla.ClockState;
import com.interspace.ticketing.sla.TicketClocks;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.FaultNature;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Recorded;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** The body of every ticket event; {@code contracts/events} describes it for others. */
record TicketEventBody(ObjectNode change, State ticket, Age age, String historyHead) {

    /** The ticket after the change, without notes, history, attachments and personal data. */
    record State(
            String id,
            String account,
            String serviceId,
            Status status,
            String statusReason,
            Priority priority,
            Impact impact,
            Urgency urgency,
            Priority requestedPriority,
            Priority highestPriority,
            String summary,
            Instant problemStart,
            FaultNature faultNature,
            String circuitId,
            Channel channel,
            String externalId,
            String severity,
            ReporterRef reporter,
            String resolution,
            Instant createdAt,
            Instant resolvedAt,
            List<Question> missingInformation,
            String language,
            String mergedInto,
            Targets targets,
            long version) {}

    record ReporterRef(String contactId) {}

    record Targets(Target response, Target update, Target repair) {}

    record Target(Instant due, ClockState state) {

        static Target of(ClockReading reading) {
            return new Target(reading.due(), reading.state());
        }
    }

    static TicketEventBody of(Ticket ticket, Recorded recorded, ObjectNode change, TicketClocks clocks, Instant now) {
        State state = new State(
                ticket.id(),
                ticket.account(),
                ticket.serviceId(),
                ticket.status(),
                ticket.statusReason(),
                ticket.priority(),
                ticket.impact(),
                ticket.urgency(),
                ticket.requestedPriority(),
                ticket.life().highestOfCycle(),
                ticket.summary(),
                ticket.problemStart(),
                ticket.faultNature(),
                ticket.circuitId(),
                ticket.channel(),
                ticket.externalId(),
                ticket.partnerWords().severity(),
                new ReporterRef(ticket.reporter().contactId()),
                ticket.resolution(),
                ticket.createdAt(),
                ticket.resolvedAt(),
                ticket.missing().questions(),
                ticket.language(),
                ticket.joins().mergedInto(),
                new Targets(
                        Target.of(clocks.read(ClockName.RESPONSE, now)),
                        Target.of(clocks.read(ClockName.UPDATE, now)),
                        Target.of(clocks.read(ClockName.REPAIR, now))),
                recorded.sequence());
        return new TicketEventBody(change, state, clocks.age(now), ticket.historyHead());
    }
}
