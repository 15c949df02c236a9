package com.interspace.systemtest.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each level that was due has been dealt with, has been told of, and fired once. */
final class Levels implements Rule {

    /** A level may be so late and is still in time. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Override
    public String sentence() {
        return "every due level fired once by ticket, cycle and level";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.of(missed(evidence), doubled(evidence), untold(evidence)).flatMap(each -> each);
    }

    private static Stream<String> missed(Evidence evidence) {
        return evidence.climbs().stream().flatMap(climb -> IntStream.rangeClosed(
                        1, climb.levels().size())
                .filter(level -> level > climb.dealtWith())
                .filter(level -> climb.levels().get(level - 1) != null)
                .filter(level -> climb.levels().get(level - 1).plus(GRACE).compareTo(climb.ageAtReading()) < 0)
                .mapToObj(level -> "level " + level + " of " + climb.ticketId() + " was due at age "
                        + climb.levels().get(level - 1) + ", it is " + climb.ageAtReading()));
    }

    private static Stream<String> doubled(Evidence evidence) {
        return Evidence.duplicates(reached(evidence).stream().map(Levels::place));
    }

    private static Stream<String> untold(Evidence evidence) {
        Set<String> told = reached(evidence).stream().map(Levels::place).collect(Collectors.toSet());
        return Stream.concat(
                without(stood(evidence.said()), told).map(place -> place + " was reached and never told"),
                without(told, stood(evidence.saidSince())).map(place -> place + " was told and never reached"));
    }

    private static Set<String> stood(Evidence.Said said) {
        return said.rungs().stream()
                .filter(Evidence.Rung::reached)
                .map(rung -> place(rung.ticketId(), rung.cycle(), rung.level()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> without(Set<String> all, Set<String> these) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest.stream();
    }

    private static List<Event> reached(Evidence evidence) {
        return evidence.distinct(Evidence.ESCALATION_TOPIC).stream()
                .filter(event -> event.type().equals("com.interspace.escalation.level-reached.v1"))
                .toList();
    }

    private static String place(Event event) {
        JsonNode change = event.json().path("change");
        return place(
                event.key(), change.path("cycle").asInt(), change.path("to").asInt());
    }

    private static String place(String ticketId, int cycle, int level) {
        return "level " + level + " of " + ticketId + " in cycle " + cycle;
    }
}
