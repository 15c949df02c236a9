package com.interspace.rfo.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which a service was down, as a ticket tells it.
 *
 * @param to null while it goes on
 * @param account may be null
 */
public record Downtime(String ticketId, String serviceId, String account, Instant from, Instant to) {

    /**
     * The downtimes of one ticket, derived from all that was told of it. The first begins when the customer says that the
     * fault began, those after a reopening when it was reopened. A change of impact ends or begins one. A ticket that was
     * cancelled or rejected was no outage; one that was merged was one until then.
     *
     * @param steps of this ticket by sequence
     */
    public static List<Downtime> of(Outage outage, List<ImpactStep> steps) {
        String serviceId = outage.state().serviceId();
        if (serviceId == null || steps.isEmpty() || steps.get(steps.size() - 1).saysThereWasNoFault()) {
            return List.of();
        }
        List<Downtime> downtimes = new ArrayList<>();
        Instant from = steps.get(0).isDown() ? outage.state().began() : null;
        for (ImpactStep step : steps) {
            if (step.isDown() && from == null) {
                from = step.at();
            } else if (!step.isDown() && from != null) {
                add(downtimes, outage, from, step.at());
                from = null;
            }
        }
        if (from != null) {
            add(downtimes, outage, from, null);
        }
        return downtimes;
    }

    private static void add(List<Downtime> downtimes, Outage outage, Instant from, Instant to) {
        boolean first = downtimes.isEmpty();
        Instant begin =
                first ? from : later(from, downtimes.get(downtimes.size() - 1).to());
        if (to == null || to.isAfter(begin)) {
            downtimes.add(new Downtime(
                    outage.ticketId(),
                    outage.state().serviceId(),
                    outage.state().account(),
                    begin,
                    to));
        }
    }

    /** How long a service was down within {@code [start, end)}; times that several tickets tell count once. */
    public static Duration total(List<Downtime> downtimes, Instant start, Instant end) {
        Duration total = Duration.ZERO;
        Instant counted = start;
        List<Downtime> inOrder =
                downtimes.stream().sorted(Comparator.comparing(Downtime::from)).toList();
        for (Downtime downtime : inOrder) {
            Instant from = later(downtime.from(), counted);
            Instant to = downtime.to() == null || downtime.to().isAfter(end) ? end : downtime.to();
            if (to.isAfter(from)) {
                total = total.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return total;
    }

    /** Whether any of it lies within {@code [start, end)}. */
    public boolean touches(Instant start, Instant end) {
        return from.isBefore(end) && (to == null || to.isAfter(start));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
