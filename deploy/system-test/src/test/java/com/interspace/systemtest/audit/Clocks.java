package com.interspace.systemtest.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Each clock explains every second from the opening to the reading, no pause counts, and the repair clock is what
 * follows from the published statuses alone.
 */
final class Clocks implements Rule {

    private static final Set<String> PAUSING = Set.of("pending", "resolved", "closed", "cancelled", "rejected");

    private record Span(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    @Override
    public String sentence() {
        return "no clock is wrong";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.clocks().entrySet().stream().flatMap(each -> {
            if (!each.getValue().has("clocks")) {
                return Stream.of("the clocks of " + each.getKey() + " cannot be read: " + each.getValue());
            }
            List<Event> events = evidence.eventsOf(each.getKey());
            return Stream.of(explained(each), recomputed(each, events), forwards(each.getKey(), events))
                    .flatMap(found -> found);
        });
    }

    /** The parts follow each other without a gap, none is negative, and the running ones sum to what has elapsed. */
    private static Stream<String> explained(Map.Entry<String, JsonNode> reading) {
        List<String> wrong = new ArrayList<>();
        Instant at = instant(reading.getValue(), "at");
        for (JsonNode clock : reading.getValue().path("clocks")) {
            String which = "the " + clock.path("name").asText() + " clock of " + reading.getKey();
            Instant end = null;
            Duration running = Duration.ZERO;
            for (JsonNode part : clock.path("intervals")) {
                Span span = new Span(instant(part, "from"), instant(part, "to"));
                if (span.length().isNegative()) {
                    wrong.add(which + " has a part that ends before it begins: " + part);
                }
                if (end != null && !end.equals(span.from())) {
                    wrong.add(which + " has a gap at " + end);
                }
                end = span.to();
                running = part.path("running").asBoolean() ? running.plus(span.length()) : running;
            }
            if (!at.equals(end)) {
                wrong.add(which + " is explained until " + end + ", read at " + at);
            }
            if (!running.equals(Duration.parse(clock.path("elapsed").asText()))) {
                wrong.add(which + " has parts of " + running + ", elapsed are " + clock.path("elapsed"));
            }
        }
        return wrong.stream();
    }

    private static Stream<String> recomputed(Map.Entry<String, JsonNode> reading, List<Event> events) {
        Instant at = instant(reading.getValue(), "at");
        Duration running = Duration.ZERO;
        for (int i = 0; i < events.size(); i++) {
            Instant until = i + 1 < events.size() ? time(events.get(i + 1)) : at;
            if (!PAUSING.contains(statusAfter(events.get(i)))) {
                running = running.plus(Duration.between(time(events.get(i)), until));
            }
        }
        Duration expected = running;
        return StreamSupport.stream(reading.getValue().path("clocks").spliterator(), false)
                .filter(clock -> clock.path("name").asText().equals("repair"))
                .map(clock -> Duration.parse(clock.path("elapsed").asText()))
                .filter(elapsed -> !events.isEmpty() && !elapsed.equals(expected))
                .map(elapsed -> "the repair clock of " + reading.getKey() + " says " + elapsed
                        + ", by its events it is " + expected);
    }

    /** What happened later is not told as earlier. */
    private static Stream<String> forwards(String ticketId, List<Event> events) {
        return Stream.iterate(1, i -> i < events.size(), i -> i + 1)
                .filter(i -> time(events.get(i)).isBefore(time(events.get(i - 1))))
                .map(i -> "version " + Evidence.sequence(events.get(i)) + " of " + ticketId + " happened at "
                        + time(events.get(i)) + ", the one before at " + time(events.get(i - 1)));
    }

    private static String statusAfter(Event event) {
        return event.json().path("ticket").path("status").asText();
    }

    private static Instant time(Event event) {
        return Instant.parse(event.headers().get("ce_time"));
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }
}
