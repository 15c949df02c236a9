package com.interspace.ticketing.sla;

import com.interspace.ticketing.ticket.Life;
import com.interspace.ticketing.ticket.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a ticket has reached, for reports: a pure function of its life and its policy.
 *
 * @param acknowledgedAfter what the response clock showed at the centre's first word; null before it
 * @param responseMet whether that was in time; null while it is not decided
 * @param restoredAfter what the repair clock showed when the ticket was resolved; null while it is not
 * @param repairMet the same for the repair target
 */
public record Milestones(Duration acknowledgedAfter, Boolean responseMet, Duration restoredAfter, Boolean repairMet) {

    public static Milestones of(Life life, SlaPolicy policy) {
        Instant spoke = life.firstSpoke().orElse(null);
        Instant resolved = resolvedAt(life);
        ClockReading response = spoke == null ? null : reading(life, policy, ClockName.RESPONSE, spoke);
        ClockReading repair = resolved == null ? null : reading(life, policy, ClockName.REPAIR, resolved);
        return new Milestones(
                response == null ? null : response.elapsed(),
                met(response, life, ClockName.RESPONSE),
                repair == null ? null : repair.elapsed(),
                met(repair, life, ClockName.REPAIR));
    }

    public boolean isEmpty() {
        return acknowledgedAfter == null && responseMet == null && restoredAfter == null && repairMet == null;
    }

    private static ClockReading reading(Life life, SlaPolicy policy, ClockName clock, Instant at) {
        return new TicketClocks(life.until(at), policy).read(clock, at);
    }

    private static Boolean met(ClockReading reading, Life life, ClockName clock) {
        if (reading != null) {
            return reading.state() != ClockState.BREACHED;
        }
        boolean breached = life.of(Life.Kind.BREACHED).stream()
                .anyMatch(moment -> moment.value().equals(clock.toString()));
        return breached ? false : null;
    }

    /** When the resolution that stands was given; null when none does. */
    private static Instant resolvedAt(Life life) {
        List<Life.Moment> statuses = life.of(Life.Kind.STATUS);
        for (int i = statuses.size() - 1; i >= 0; i--) {
            Status status = Status.of(statuses.get(i).value());
            if (status == Status.RESOLVED) {
                return statuses.get(i).at();
            }
            if (status != Status.CLOSED) {
                return null;
            }
        }
        return null;
    }
}
