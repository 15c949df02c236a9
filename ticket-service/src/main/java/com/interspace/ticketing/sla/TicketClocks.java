package com.interspace.ticketing.sla;

import com.interspace.ticketing.ticket.Life;
import com.interspace.ticketing.ticket.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a ticket as a pure function of its life and its policy: replaced whole, never a counter that is
 * patched. A change of priority measures the same intervals against another target, so pauses survive it.
 */
public record TicketClocks(Life life, SlaPolicy policy) {

    /** Three quarters of a target: the moment of the warning (centre's rule). */
    private static final double WARNING = 0.75;

    /**
     * A threshold that a clock reaches.
     *
     * @param at when it is reached; past or future
     */
    public record Crossing(ClockName clock, Life.Kind kind, Instant at, Instant due) {}

    public ClockReading read(ClockName clock, Instant at) {
        List<Interval> intervals = intervals(clock, at);
        Duration target = policy.target(clock, life.priority());
        Duration elapsed = elapsed(intervals);
        Instant due = reaches(intervals, target).orElse(null);
        return new ClockReading(
                clock,
                due,
                elapsed,
                target.minus(elapsed),
                state(clock, intervals, elapsed, target),
                policy.version(),
                intervals);
    }

    public Age age(Instant at) {
        Instant began = life.cycleBegan();
        List<Interval> cycle = intervals(ClockName.REPAIR, at).stream()
                .filter(interval -> !interval.from().isBefore(began))
                .toList();
        Interval last = cycle.get(cycle.size() - 1);
        Duration before = elapsed(last.running() ? cycle.subList(0, cycle.size() - 1) : cycle);
        return new Age(life.cycles().size(), before, last.running() ? last.from() : null);
    }

    /** The thresholds that have not been noted yet in this cycle, whether they lie in the past or ahead. */
    public List<Crossing> crossingsAhead(Instant at) {
        List<Crossing> ahead = new ArrayList<>();
        for (ClockName clock : ClockName.values()) {
            List<Interval> intervals = intervals(clock, at);
            Duration target = policy.target(clock, life.priority());
            Optional<Instant> due = reaches(intervals, target);
            add(ahead, clock, Life.Kind.BREACHED, due, due);
            add(ahead, clock, Life.Kind.WARNED, reaches(intervals, part(target)), due);
        }
        return ahead;
    }

    private void add(
            List<Crossing> ahead, ClockName clock, Life.Kind kind, Optional<Instant> at, Optional<Instant> due) {
        Instant since = clock == ClockName.UPDATE ? later(life.lastWord(), life.cycleBegan()) : life.cycleBegan();
        boolean noted = life.of(kind).stream()
                .anyMatch(moment ->
                        moment.value().equals(clock.toString()) && !moment.at().isBefore(since));
        if (at.isPresent() && due.isPresent() && !at.get().isBefore(since) && !noted) {
            ahead.add(new Crossing(clock, kind, at.get(), due.get()));
        }
    }

    private ClockState state(ClockName clock, List<Interval> intervals, Duration elapsed, Duration target) {
        if (elapsed.compareTo(target) >= 0) {
            return ClockState.BREACHED;
        }
        if (intervals.get(intervals.size() - 1).running()) {
            return ClockState.RUNNING;
        }
        return hasEnded(clock) ? ClockState.MET : ClockState.PAUSED;
    }

    private boolean hasEnded(ClockName clock) {
        Status status = statusNow();
        return status == Status.RESOLVED
                || status.isFinal()
                || clock == ClockName.RESPONSE && life.firstSpoke().isPresent();
    }

    private Status statusNow() {
        List<Life.Moment> statuses = life.of(Life.Kind.STATUS);
        return Status.of(statuses.get(statuses.size() - 1).value());
    }

    /** What the clock did from the opening to the moment, without a gap. */
    private List<Interval> intervals(ClockName clock, Instant at) {
        List<Interval> intervals = new ArrayList<>();
        List<Life.Moment> turns = turns(clock);
        for (int i = 0; i < turns.size(); i++) {
            Instant from = turns.get(i).at();
            Instant to = i + 1 < turns.size() ? turns.get(i + 1).at() : later(at, from);
            Status status = Status.of(turns.get(i).value());
            intervals.add(explained(clock, from, to, status));
        }
        return intervals;
    }

    /** The moments at which the clock may start, stop or begin anew. */
    private List<Life.Moment> turns(ClockName clock) {
        List<Life.Moment> turns = new ArrayList<>();
        String status = "";
        for (Life.Moment moment : life.moments()) {
            if (moment.kind() == Life.Kind.STATUS) {
                status = moment.value();
                turns.add(moment);
            } else if (moment.kind() == Life.Kind.SPOKE && clock != ClockName.REPAIR) {
                turns.add(new Life.Moment(moment.at(), Life.Kind.STATUS, status));
            }
        }
        return turns;
    }

    private Interval explained(ClockName clock, Instant from, Instant to, Status status) {
        if (clock == ClockName.RESPONSE) {
            boolean answered =
                    life.firstSpoke().map(spoke -> !from.isBefore(spoke)).orElse(false);
            if (answered) {
                return new Interval(from, to, false, "the centre has answered");
            }
            return status.isFinal()
                    ? new Interval(from, to, false, "the ticket is " + status)
                    : new Interval(from, to, true, "the customer waits for the first answer");
        }
        if (clock == ClockName.UPDATE && from.isBefore(life.lastWord())) {
            return new Interval(from, to, false, "counted anew since the centre's last word");
        }
        return status.pausesRepair()
                ? new Interval(from, to, false, "the ticket is " + status)
                : new Interval(from, to, true, "the ticket is " + status + " and the centre works on it");
    }

    private Duration elapsed(List<Interval> intervals) {
        return intervals.stream()
                .filter(Interval::running)
                .map(interval -> policy.calendar().between(interval.from(), interval.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When the running time adds up to the amount; empty when the clock stands still before that. */
    private Optional<Instant> reaches(List<Interval> intervals, Duration amount) {
        Duration left = amount;
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            if (interval.running()) {
                boolean open = i == intervals.size() - 1;
                Duration within = policy.calendar().between(interval.from(), interval.to());
                if (open || within.compareTo(left) >= 0) {
                    return Optional.of(policy.calendar().plus(interval.from(), left));
                }
                left = left.minus(within);
            }
        }
        return Optional.empty();
    }

    private static Duration part(Duration target) {
        return Duration.ofMillis(Math.round(target.toMillis() * WARNING));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
