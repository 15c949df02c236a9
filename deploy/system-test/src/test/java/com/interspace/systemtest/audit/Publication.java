package com.interspace.systemtest.audit;

import com.interspace.local.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service has written into its outbox is on the topic, under one id, and nothing is there that nobody wrote. */
final class Publication implements Rule {

    /** Where others publish. */
    private static final String MONITORING = "interspace.monitoring.v1";

    /** Tells only the newest of each service: what is older goes. */
    private static final String COMPACTED = "interspace.service.v1";

    @Override
    public String sentence() {
        return "every event is published once by its id";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.of(unsent(evidence), lost(evidence), unknown(evidence), doubled(evidence))
                .flatMap(each -> each);
    }

    private static Stream<String> unsent(Evidence evidence) {
        return evidence.said().outboxes().entrySet().stream().flatMap(outbox -> outbox.getValue().stream()
                .filter(row -> !row.sent())
                .map(row -> "event " + row.eventId() + " of " + outbox.getKey() + " waits in the outbox"));
    }

    private static Stream<String> lost(Evidence evidence) {
        Map<String, Set<String>> published = ids(evidence);
        return evidence.said().outboxes().values().stream().flatMap(rows -> rows.stream()
                .filter(row -> row.sent() && !row.topic().equals(COMPACTED))
                .filter(row -> !published.getOrDefault(row.topic(), Set.of()).contains(row.eventId()))
                .map(row -> "event " + row.eventId() + " counts as sent and is not on " + row.topic()));
    }

    private static Stream<String> unknown(Evidence evidence) {
        Set<String> written = evidence.saidSince().outboxes().values().stream()
                .flatMap(rows -> rows.stream().map(Evidence.Written::eventId))
                .collect(Collectors.toSet());
        return ids(evidence).entrySet().stream()
                .filter(topic -> !topic.getKey().equals(MONITORING))
                .flatMap(topic -> topic.getValue().stream()
                        .filter(id -> !written.contains(id))
                        .map(id -> "event " + id + " on " + topic.getKey() + " was written by nobody"));
    }

    private static Stream<String> doubled(Evidence evidence) {
        return evidence.topics().keySet().stream()
                .filter(topic -> !topic.equals(MONITORING))
                .flatMap(topic -> {
                    Map<String, Set<String>> byVersion = new HashMap<>();
                    for (Event event : evidence.topics().get(topic)) {
                        String version = aggregate(event) + " " + event.type() + " " + Evidence.sequence(event);
                        byVersion
                                .computeIfAbsent(version, any -> new HashSet<>())
                                .add(event.id());
                    }
                    return byVersion.entrySet().stream()
                            .filter(each -> each.getValue().size() > 1)
                            .map(each -> each.getKey() + " on " + topic + " has the ids " + each.getValue());
                });
    }

    /** A message counts its own versions, under the key of its ticket. */
    private static String aggregate(Event event) {
        return event.key() + event.json().at("/notification/id").asText();
    }

    private static Map<String, Set<String>> ids(Evidence evidence) {
        return evidence.topics().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        topic -> topic.getValue().stream().map(Event::id).collect(Collectors.toSet())));
    }
}
