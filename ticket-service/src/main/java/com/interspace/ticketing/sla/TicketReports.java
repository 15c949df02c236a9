package com.interspace.ticketing.sla;

import com.interspace.ticketing.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How well the centre keeps what it promises, counted over tickets. */
public interface TicketReports {

    /** What a report counts by. */
    enum Grouping {
        PRIORITY("priority"),
        SERVICE("service"),
        /** Of the tickets' opening, in UTC. */
        MONTH("month");

        private final String word;

        Grouping(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Which tickets count.
     *
     * @param scope the accounts that the caller may see; empty means all
     * @param from when they were opened, inclusive
     * @param to when they were opened, exclusive
     */
    record Selection(Grouping by, Instant from, Instant to, Optional<Set<String>> scope) {}

    /**
     * How long something took.
     *
     * @param group the priority, service or month; null for tickets without a service
     * @param tickets how many have reached it
     */
    record Durations(String group, long tickets, Duration average, Duration median, Duration p95, Duration longest) {}

    /**
     * How many targets were met, of those that are decided.
     *
     * @param group as in {@link Durations}
     */
    record Attainment(String group, long responses, long responsesMet, long repairs, long repairsMet) {}

    /** Keeps what the ticket has reached. */
    void note(Ticket ticket, Milestones reached);

    List<Durations> timeToAcknowledge(Selection selection);

    List<Durations> timeToRestore(Selection selection);

    List<Attainment> targetAttainment(Selection selection);
}
