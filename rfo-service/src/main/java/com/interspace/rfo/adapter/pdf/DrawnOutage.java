package com.interspace.rfo.adapter.pdf;

import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Impact.AffectedService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An outage as a drawing of blocks: for each service a bar of its availability, and a strip with all events. */
public final class DrawnOutage {

    /** Room on each side of the outage, as a part of its length: that the service was up is to be seen too. */
    private static final int MARGIN = 12;

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

    /**
     * A part of a bar.
     *
     * @param look up, degraded or down
     * @param percent its width
     */
    public record Stretch(String look, String percent) {}

    /** @param serviceId may be null */
    public record Bar(String serviceId, List<Stretch> stretches) {}

    private final Content content;
    private final Instant start;
    private final Instant end;

    DrawnOutage(Content content) {
        this.content = content;
        Instant first = instants().min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        Instant last = instants().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        Duration room = Duration.between(first, last).plus(SHORTEST_WINDOW).dividedBy(MARGIN);
        this.start = first.minus(room);
        this.end = last.plus(room);
    }

    /** One bar for each service that suffered; all of them from {@link #start} to {@link #end}. */
    public List<Bar> bars() {
        Map<String, List<AffectedService>> byService = new LinkedHashMap<>();
        for (AffectedService affected : content.impact().services()) {
            byService
                    .computeIfAbsent(affected.serviceId(), id -> new ArrayList<>())
                    .add(affected);
        }
        return byService.entrySet().stream()
                .map(service -> new Bar(service.getKey(), stretches(service.getValue())))
                .toList();
    }

    /** Where each row of the timeline stands on the same scale, in percent from the left. */
    public List<String> marks() {
        return content.timeline().stream()
                .filter(row -> !row.at().isBefore(start) && !row.at().isAfter(end))
                .map(row -> percent(start, row.at()))
                .distinct()
                .toList();
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }

    private Stream<Instant> instants() {
        return content.impact().services().stream()
                .flatMap(affected -> Stream.of(affected.from(), endOf(affected)))
                .filter(at -> at != null);
    }

    private List<Stretch> stretches(List<AffectedService> affected) {
        TreeSet<Instant> bounds = new TreeSet<>(List.of(start, end));
        affected.forEach(one -> bounds.addAll(List.of(one.from(), one.to() == null ? end : one.to())));
        List<Stretch> stretches = new ArrayList<>();
        Instant from = bounds.pollFirst();
        for (Instant to : bounds) {
            stretches.add(new Stretch(look(affected, from), percent(from, to)));
            from = to;
        }
        return stretches;
    }

    /** The worst that is said of the moment. */
    private static String look(List<AffectedService> affected, Instant at) {
        List<String> states = affected.stream()
                .filter(one ->
                        !one.from().isAfter(at) && (one.to() == null || one.to().isAfter(at)))
                .map(AffectedService::state)
                .toList();
        return states.contains("down") ? "down" : states.contains("degraded") ? "degraded" : "up";
    }

    private static Instant endOf(AffectedService affected) {
        return affected.to() == null ? affected.from() : affected.to();
    }

    private String percent(Instant from, Instant to) {
        double share = (double) Duration.between(from, to).toMillis()
                / Duration.between(start, end).toMillis();
        return String.format(Locale.ROOT, "%.3f", 100 * share);
    }
}
