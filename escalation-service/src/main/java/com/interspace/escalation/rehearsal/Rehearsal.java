package com.interspace.escalation.rehearsal;

import com.interspace.escalation.climb.Cause;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Ground;
import com.interspace.escalation.climb.NextLevel;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.matrix.Matrix;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plays a past ticket again on another matrix, with the very {@link Climb} that real tickets use: what was told of it,
 * and what people asked for and ordered, happens again at its time, and between them it climbs when it is due. The same
 * ticket, matrix and end always give the same steps. What comes to pass at the same moment as a level falls due, such
 * as a resolution, comes first. People are taken to ask as they did, also where the other matrix would have spared them
 * the question.
 */
public final class Rehearsal {

    private final PastTicket ticket;
    private final Climb climb;
    private final List<Step> played = new ArrayList<>();
    private Instant clock;

    private Rehearsal(PastTicket ticket, Matrix matrix, ZoneId zone) {
        this.ticket = ticket;
        this.climb = Climb.of(ticket.news().get(0).stateOf(ticket));
        this.climb.pinTo(matrix, zone);
        this.clock = ticket.news().get(0).at();
    }

    private record Happening(Instant at, int order, long number, Runnable plays) {}

    /**
     * @param ticket whole ({@link PastTicket#isWhole()})
     * @param end what comes later is left out
     * @return how it would have climbed, oldest first
     */
    public static List<Step> of(PastTicket ticket, Matrix matrix, ZoneId zone, Instant end) {
        Rehearsal rehearsal = new Rehearsal(ticket, matrix, zone);
        rehearsal.play(end);
        return List.copyOf(rehearsal.played);
    }

    private void play(Instant end) {
        Stream.concat(
                        ticket.news().stream().map(this::happening),
                        ticket.steps().stream()
                                .filter(step -> step.cause().isByHand())
                                .map(this::happening))
                .filter(happening -> !happening.at().isAfter(end))
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(Happening::order)
                        .thenComparing(Happening::number))
                .forEach(happening -> {
                    climbUntil(happening.at(), false);
                    happening.plays().run();
                    clock = happening.at();
                });
        climbUntil(end, true);
    }

    private Happening happening(TicketNews news) {
        return new Happening(news.at(), 0, news.sequence(), () -> hear(news));
    }

    private Happening happening(Step step) {
        return new Happening(step.at(), 1, step.version(), () -> actAgain(step));
    }

    private void hear(TicketNews news) {
        climb.follow(news.stateOf(ticket));
        if (news.tellsOfMiss()) {
            climb.breached(news.missedInCycle(), news.missedClock(), news.ageAtMiss());
        }
    }

    private void climbUntil(Instant end, boolean inclusive) {
        Optional<NextLevel> next = climb.next(clock);
        while (next.isPresent() && comesBefore(next.get().dueAt(), end, inclusive)) {
            clock = next.get().dueAt();
            played.addAll(climb.climb(clock));
            next = climb.next(clock);
        }
    }

    private static boolean comesBefore(Instant due, Instant end, boolean inclusive) {
        return due.isBefore(end) || inclusive && due.equals(end);
    }

    private void actAgain(Step step) {
        Ground ground = new Ground(step.cause(), step.reason(), step.requestedBy(), step.callerId(), null);
        switch (step.outcome()) {
            case REACHED -> ask(step, ground);
            case SUSPENDED -> played.add(climb.suspend(ground, step.at()));
            case RESUMED -> played.add(climb.resume(ground, step.at()));
            case DE_ESCALATED -> takeDown(step, ground);
            default -> {
                // what was passed over then is decided anew
            }
        }
    }

    private void ask(Step step, Ground ground) {
        if (climb.isMoving()) {
            Optional<Integer> target = step.cause() == Cause.CUSTOMER
                    ? climb.levelAbove()
                    : climb.levelFor(Math.min(step.to(), climb.height()));
            target.ifPresent(level -> played.addAll(climb.climbByHand(level, ground, step.at())));
        }
    }

    private void takeDown(Step step, Ground ground) {
        if (step.to() < climb.level() && climb.mayStandOn(step.to())) {
            played.add(climb.deEscalate(step.to(), ground, step.at()));
        }
    }
}
