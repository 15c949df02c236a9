package com.interspace.ticketing.sla;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Opening;
import com.interspace.ticketing.ticket.PartnerWords;
import com.interspace.ticketing.ticket.Report;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tickets, the centre's own rules and people, without a database. */
public final class Desk {

    public static final Instant OPENED = Instant.parse("2026-03-02T08:15:00Z");
    public static final Actor AGENT = new Actor("agent", "Alice Agent", "centre");
    public static final Actor ANNA = new Actor("anna", "Anna Petrova", "customer");

    public static final PriorityMatrix MATRIX = new PriorityMatrix(
            1,
            Map.of(
                    Impact.SERVICE_AFFECTING, row(Priority.CRITICAL, Priority.MAJOR, Priority.MAJOR),
                    Impact.DEGRADATION, row(Priority.MAJOR, Priority.MINOR, Priority.MINOR),
                    Impact.NON_SERVICE_AFFECTING, row(Priority.MINOR, Priority.LOW, Priority.LOW)));

    public static final SlaPolicy POLICY = policy(1, Map.of());

    private Desk() {}

    /** The centre's targets, with these hours. */
    public static SlaPolicy policy(int version, Map<ClockName, ClockHours> hours) {
        return new SlaPolicy(
                version,
                Map.of(
                        Priority.CRITICAL, targets(15, 60, 4),
                        Priority.MAJOR, targets(30, 120, 8),
                        Priority.MINOR, targets(60, 480, 24),
                        Priority.LOW, targets(240, 1440, 120)),
                hours);
    }

    public static SlaPolicy repairIn(BusinessCalendar calendar) {
        return policy(2, Map.of(ClockName.REPAIR, new ClockHours("office", 1, calendar)));
    }

    /** Service-affecting and urgent: critical. */
    public static Ticket ticketOpenedAt(Instant at) {
        Report report = new Report(
                Channel.PANEL,
                "IS-DIA-0001",
                at,
                "No traffic",
                null,
                Impact.SERVICE_AFFECTING,
                Urgency.HIGH,
                null,
                null,
                null,
                List.of(),
                null);
        Opening opening = new Opening(
                "ACME",
                new Reporter("anna", "Anna", null, null),
                report,
                List.of(),
                "en",
                List.of(),
                "digest",
                PartnerWords.NONE,
                ANNA);
        Ticket ticket = Ticket.open("IS-1000042-2", opening, MATRIX, POLICY, at);
        ticket.drain();
        return ticket;
    }

    public static Ticket ticketIn(Status status) {
        Ticket ticket = ticketOpenedAt(OPENED);
        switch (status) {
            case ACKNOWLEDGED -> {}
            case CLOSED -> {
                move(ticket, Status.RESOLVED, OPENED);
                move(ticket, Status.CLOSED, OPENED);
            }
            default -> move(ticket, status, OPENED);
        }
        ticket.drain();
        return ticket;
    }

    public static void move(Ticket ticket, Status to, Instant at) {
        ticket.transition(to, AGENT, Channel.PHONE, "because", "It is whole again.", at);
    }

    private static SlaPolicy.Targets targets(long response, long update, long repairHours) {
        return new SlaPolicy.Targets(
                Duration.ofMinutes(response), Duration.ofMinutes(update), Duration.ofHours(repairHours));
    }

    private static Map<Urgency, Priority> row(Priority high, Priority medium, Priority low) {
        return Map.of(Urgency.HIGH, high, Urgency.MEDIUM, medium, Urgency.LOW, low);
    }
}
