package com.interspace.escalation.rehearsal;

import com.interspace.escalation.climb.Age;
import com.interspace.escalation.climb.SlaClock;
import com.interspace.escalation.climb.TicketState;
import com.interspace.escalation.matrix.Priority;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** What ticket-service told of a ticket at one moment, kept so that a draft matrix can be tried on it. Never changed. */
@Entity
public class TicketNews {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String ticketId;
    private long sequence;
    private Instant at;
    private String status;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private int cycle;
    private long accruedMillis;
    private Instant runningSince;

    @Enumerated(EnumType.STRING)
    private SlaClock missedClock;

    private Integer missedInCycle;
    private Instant missedAt;

    protected TicketNews() {}

    public static TicketNews of(TicketState state) {
        TicketNews news = new TicketNews();
        news.ticketId = state.ticketId();
        news.sequence = state.sequence();
        news.at = state.at();
        news.status = state.status();
        news.priority = state.priority();
        news.cycle = state.age().cycle();
        news.accruedMillis = state.age().accrued().toMillis();
        news.runningSince = state.age().runningSince();
        return news;
    }

    /** That a target was missed. */
    public static TicketNews of(TicketState state, int inCycle, SlaClock clock, Instant due) {
        TicketNews news = of(state);
        news.missedInCycle = inCycle;
        news.missedClock = clock;
        news.missedAt = due;
        return news;
    }

    /** The state of then, for a ticket that has always had the service that it has now. */
    TicketState stateOf(PastTicket ticket) {
        return new TicketState(
                ticketId,
                ticket.account(),
                ticket.serviceId(),
                status,
                priority,
                ticket.createdAt(),
                age(),
                at,
                sequence);
    }

    Age age() {
        return new Age(cycle, Duration.ofMillis(accruedMillis), runningSince);
    }

    public boolean tellsOfMiss() {
        return missedClock != null;
    }

    SlaClock missedClock() {
        return missedClock;
    }

    int missedInCycle() {
        return missedInCycle;
    }

    /** The age at which the target was missed. */
    Duration ageAtMiss() {
        return age().at(missedAt);
    }

    public String ticketId() {
        return ticketId;
    }

    public Instant at() {
        return at;
    }

    public Priority priority() {
        return priority;
    }

    public long sequence() {
        return sequence;
    }
}
