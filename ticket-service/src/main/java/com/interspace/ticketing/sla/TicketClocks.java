package com.interspace.ticketing.sla;

import com.interspace.ticketing.ticket.Life;
import com.interspace.ticketing.ticket.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        Track track = track(clock, at);
        Duration target = policy.target(clock, life.priority());
        Duration elapsed = track.elapsed();
        return new ClockReading(
                clock,
                track.reaches(target).orElse(null),
                track.hours().plus(began(clock), target),
                elapsed,
                target.minus(elapsed),
                state(clock, track, target),
                policy.version(),
                track.intervals());
    }

    /** Age is wall time: it pauses as repair does, but knows no business hours. */
    public Age age(Instant at) {
        Instant began = life.cycleBegan();
        List<Interval> cycle = turns(ClockName.REPAIR, at).stream()
                .filter(interval -> !interval.from().isBefore(began))
                .toList();
        Interval last = cycle.get(cycle.size() - 1);
        List<Interval> before = last.running() ? cycle.subList(0, cycle.size() - 1) : cycle;
        return new Age(
                life.cycles().size(),
                new Track(before, false, ClockHours.DAY_AND_NIGHT).elapsed(),
                last.running() ? last.from() : null);
    }

    /** The thresholds that have not been noted yet in this cycle, whether they lie in the past or ahead. */
    public List<Crossing> crossingsAhead(Instant at) {
        List<Crossing> ahead = new ArrayList<>();
        for (ClockName clock : ClockName.values()) {
            Track track = track(clock, at);
            Duration target = policy.target(clock, life.priority());
            Optional<Instant> due = track.reaches(target);
            add(ahead, clock, Life.Kind.BREACHED, due, due);
            add(ahead, clock, Life.Kind.WARNED, track.reaches(part(target)), due);
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

    private ClockState state(ClockName clock, Track track, Duration target) {
        if (track.elapsed().compareTo(target) >= 0) {
            return ClockState.BREACHED;
        }
        if (track.goesOn()) {
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

    private Track track(ClockName clock, Instant at) {
        ClockHours hours = policy.hours(clock);
        List<Interval> turns = turns(clock, at);
        List<Interval> intervals = turns.stream()
                .flatMap(turn -> turn.running() ? hours.cut(turn).stream() : Stream.of(turn))
                .toList();
        return new Track(intervals, turns.get(turns.size() - 1).running(), hours);
    }

    /** The stretches between the moments at which the clock may start, stop or begin anew. */
    private List<Interval> turns(ClockName clock, Instant at) {
        List<Interval> turns = new ArrayList<>();
        List<Life.Stretch> stretches = life.stretches(clock);
        for (int i = 0; i < stretches.size(); i++) {
            Instant from = stretches.get(i).from();
            Instant to = i + 1 < stretches.size() ? stretches.get(i + 1).from() : later(at, from);
            turns.add(explained(clock, from, to, stretches.get(i)));
        }
        return turns;
    }

    private Interval explained(ClockName clock, Instant from, Instant to, Life.Stretch stretch) {
        Status status = stretch.status();
        if (stretch.deferred()) {
            return new Interval(from, to, false, "both sides agreed to wait");
        }
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

    private Instant began(ClockName clock) {
        return clock == ClockName.UPDATE ? life.lastWord() : life.openedAt();
    }

    private static Duration part(Duration target) {
        return Duration.ofMillis(Math.round(target.toMillis() * WARNING));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
