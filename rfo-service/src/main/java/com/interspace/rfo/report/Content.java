package com.interspace.rfo.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    public record Entry(Instant at, OffsetDateTime localTime, String text, String eventId) {}

    public Content {
        timeline = List.copyOf(timeline);
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
