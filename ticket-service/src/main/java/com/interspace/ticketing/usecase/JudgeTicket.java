package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** An agent judges impact or urgency anew; the matrix answers with the priority. */
@ApplicationScoped
public class JudgeTicket {

    private final TicketDesk desk;
    private final Matrices matrices;
    private final InstantSource time;

    @Inject
    JudgeTicket(TicketDesk desk, Matrices matrices, InstantSource time) {
        this.desk = desk;
        this.matrices = matrices;
        this.time = time;
    }

    /** @param impact null to keep it; the same for urgency */
    @Transactional
    public Ticket judge(
            String id, Impact impact, Urgency urgency, String note, Optional<Long> expectedVersion, Caller caller) {
        Instant now = time.instant();
        Ticket ticket = desk.take(id, caller, expectedVersion, now);
        ticket.judge(
                impact == null ? ticket.impact() : impact,
                urgency == null ? ticket.urgency() : urgency,
                matrices.current(),
                Text.readable(note),
                Actors.of(caller),
                now);
        desk.put(ticket, now);
        return ticket;
    }
}
