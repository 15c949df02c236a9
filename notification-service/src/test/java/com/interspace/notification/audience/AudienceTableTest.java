package com.interspace.notification.audience;

import static com.interspace.notification.audience.Audience.ESCALATION_CONTACTS;
import static com.interspace.notification.audience.Audience.LEVEL_PERSONS;
import static com.interspace.notification.audience.Audience.REPORTER;
import static com.interspace.notification.audience.Audience.REQUESTER;
import static com.interspace.notification.audience.Audience.SERVICE_CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AudienceTableTest {

    /** Every event type of the house, as the wire contract lists them. */
    private static final Map<String, String> TYPES_BY_NOUN = Map.ofEntries(
            Map.entry("service", "activated changed suspended terminated"),
            Map.entry(
                    "ticket",
                    "opened status-changed priority-changed information-required information-completed note-added"
                            + " attachment-added deferral-proposed deferred deferral-refused deferral-lapsed sla-warned"
                            + " sla-breached resolved resolution-refused reopened closed cancelled rejected merged"
                            + " linked"),
            Map.entry(
                    "escalation",
                    "matrix-issued receipt-confirmed level-reached level-skipped acknowledged suspended resumed"
                            + " de-escalated stalled"),
            Map.entry("notification", "delivered failed suppressed"),
            Map.entry("problem", "opened changed closed reopened"),
            Map.entry("finding", "raised decided"),
            Map.entry("action", "changed overdue"),
            Map.entry("rfo", "requested due-soon overdue approved published superseded withdrawn"),
            Map.entry("monitoring", "reading maintenance"));

    /** Who is to be told; whoever is not named here must not be told. */
    private static final Map<String, Set<Audience>> TOLD = Map.ofEntries(
            Map.entry("service.activated", Set.of(SERVICE_CONTACTS)),
            Map.entry("ticket.opened", Set.of(REPORTER)),
            Map.entry("ticket.status-changed", Set.of(REPORTER)),
            Map.entry("ticket.priority-changed", Set.of(REPORTER)),
            Map.entry("ticket.note-added", Set.of(REPORTER)),
            Map.entry("ticket.resolved", Set.of(REPORTER)),
            Map.entry("ticket.resolution-refused", Set.of(REPORTER)),
            Map.entry("ticket.reopened", Set.of(REPORTER)),
            Map.entry("ticket.closed", Set.of(REPORTER)),
            Map.entry("ticket.cancelled", Set.of(REPORTER)),
            Map.entry("ticket.rejected", Set.of(REPORTER)),
            Map.entry("escalation.matrix-issued", Set.of(ESCALATION_CONTACTS)),
            Map.entry("escalation.level-reached", Set.of(LEVEL_PERSONS, REPORTER)),
            Map.entry("escalation.level-skipped", Set.of(LEVEL_PERSONS)),
            Map.entry("rfo.requested", Set.of(REPORTER, REQUESTER)),
            Map.entry("rfo.published", Set.of(REPORTER, REQUESTER)));

    static Stream<Arguments> every_type_and_every_audience() {
        return types().flatMap(type -> Arrays.stream(Audience.values()).map(audience -> Arguments.of(type, audience)));
    }

    private static Stream<String> types() {
        return TYPES_BY_NOUN.entrySet().stream()
                .flatMap(noun -> Arrays.stream(noun.getValue().split(" ")).map(verb -> noun.getKey() + "." + verb));
    }

    @ParameterizedTest
    @MethodSource("every_type_and_every_audience")
    void of_every_event_each_audience_is_told_or_not_told_as_agreed(String type, Audience audience) {
        boolean told = Arrays.stream(Occasion.values())
                .filter(occasion -> occasion.event().equals(type))
                .anyMatch(occasion -> occasion.told().contains(audience));

        assertThat(told).isEqualTo(TOLD.getOrDefault(type, Set.of()).contains(audience));
    }

    @Test
    void the_table_has_a_row_for_every_event_type_of_the_house_and_no_other() {
        assertThat(Arrays.stream(Occasion.values()).map(Occasion::event).collect(Collectors.toSet()))
                .isEqualTo(types().collect(Collectors.toSet()));
    }

    @Test
    void an_internal_note_is_told_to_nobody() {
        assertThat(Occasion.INTERNAL_NOTE_ADDED.told()).isEmpty();
        assertThat(Occasion.INTERNAL_NOTE_ADDED.type()).isEqualTo("com.interspace.ticket.note-added.v1");
    }

    @Test
    void the_readme_shows_the_table() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        List<String> table = Arrays.stream(Occasion.values())
                .filter(occasion -> !occasion.told().isEmpty())
                .map(AudienceTableTest::row)
                .toList();

        assertThat(rows).containsAll(table);
    }

    private static String row(Occasion occasion) {
        return "| `" + occasion.event() + "` | "
                + occasion.told().stream().map(Audience::toString).collect(Collectors.joining(", ")) + " |";
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void nothing_but_a_level_is_ever_told_to_our_own_people(Occasion occasion) {
        boolean toTheTeam = occasion.told().stream().anyMatch(audience -> audience.party() == Party.TEAM);

        assertThat(toTheTeam).isEqualTo(occasion.event().startsWith("escalation.level-"));
    }
}
