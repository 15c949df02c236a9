package com.interspace.rfo.outage;

import java.time.Instant;
import java.util.ArrayList;
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

    public Span span() {
        return new Span(from, to);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
