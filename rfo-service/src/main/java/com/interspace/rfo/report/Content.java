package com.interspace.rfo.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Everything that an RFO says, except who approved it. Equal for equal facts. */
public record Content(
        Identification identification,
        Prose summary,
        Impact impact,
        List<Entry> timeline,
        RootCause rootCause,
        Prose resolution,
        Prose detection,
        Measures measures,
        Prose target) {

    /** Which RFO this is. Circuit, service and product may be null. */
    public record Identification(
            String number,
            String ticketId,
            String account,
            String serviceId,
            String product,
            String circuitId,
            Instant requestedAt,
            Instant due,
            String zone) {}

    /**
     * One line of the timeline.
     *
     * @param localTime {@code at} in the service's zone
     * @param eventId the event that it comes from
     */
    public record Entry(Instant at, OffsetDateTime localTime, String text, String eventId) {

        Entry withText(UnaryOperator<String> words) {
            return new Entry(at, localTime, words.apply(text), eventId);
        }
    }

    public Content {
        timeline = List.copyOf(timeline);
    }

    /** The same with other words: every text that somebody could have written is replaced by what {@code words} makes of it. */
    public Content withTexts(UnaryOperator<String> words) {
        return new Content(
                identification,
                summary.withTexts(words),
                impact.withTexts(words),
                timeline.stream().map(entry -> entry.withText(words)).toList(),
                rootCause.withTexts(words),
                resolution.withTexts(words),
                detection.withTexts(words),
                measures.withTexts(words),
                target.withTexts(words));
    }

    /** The same, with only those services in the impact whose id passes; what has no id stays. */
    public Content withImpactOnly(Predicate<String> serviceId) {
        Impact only = new Impact(
                impact.services().stream()
                        .filter(service -> service.serviceId() == null || serviceId.test(service.serviceId()))
                        .toList(),
                impact.text());
        return new Content(identification, summary, only, timeline, rootCause, resolution, detection, measures, target);
    }

    /** The sections without which it may not be approved and that are still empty, in the order of the document. */
    public List<SectionName> missing() {
        Map<SectionName, Section> written = new LinkedHashMap<>();
        written.put(SectionName.SUMMARY, summary);
        written.put(SectionName.IMPACT, impact);
        written.put(SectionName.ROOT_CAUSE, rootCause);
        written.put(SectionName.RESOLUTION, resolution);
        written.put(SectionName.MEASURES, measures);
        return written.entrySet().stream()
                .filter(section -> section.getValue().incomplete())
                .map(Map.Entry::getKey)
                .toList();
    }
}
