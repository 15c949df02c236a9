package com.interspace.notification.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceTableTest {

    /** Every event type of the house, as the wire contract lists them. */
    private static final Map<String, String> TYPES_BY_NOUN = Map.ofEntries(
            Map.entry("service", "activated changed suspended terminated"),
            Map.entry(
                    "ticket",
                    "opened status-changed priority-changed information-required information-completed corrected"
                            + " note-added attachment-added deferral-proposed deferred deferral-refused deferral-lapsed"
                            + " sla-warned sla-breached resolved resolution-refused reopened closed cancelled rejected"
                            + " merged linked"),
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

    private static final Service SERVICE = new Service(
            "IS-DIA-0001",
            1,
            "ACME",
            "dedicated-internet-access",
            ZoneId.of("Europe/Sofia"),
            true,
            Instant.EPOCH,
            new Service.Support("support@interspace.example", List.of()),
            List.of(
                    contact("anna", "technical"),
                    contact("wanda", "watcher"),
                    contact("rosa", "requester"),
                    contact("otto", "billing")));

    private static final Ticket TICKET = new Ticket(
            "IS-1000042-2", 1, "ACME", "IS-DIA-0001", "anna", "No traffic", "critical", "inProgress", null, null);

    private static final House HOUSE =
            new House("operations@interspace.example", "manager@interspace.example", EnumSet.allOf(Severity.class));

    @Test
    void the_table_has_a_row_for_every_event_type_of_the_house_and_no_other() {
        Set<String> types = TYPES_BY_NOUN.entrySet().stream()
                .flatMap(noun -> Stream.of(noun.getValue().split(" ")).map(verb -> noun.getKey() + "." + verb))
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Occasion.values()).map(Occasion::event).collect(Collectors.toSet()))
                .isEqualTo(types);
    }

    @Test
    void the_readme_shows_the_table_and_nothing_else() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains("` | "))
                .toList();
        List<String> table = Arrays.stream(Occasion.values())
                .filter(occasion -> !occasion.told().isEmpty())
                .map(occasion -> "| `" + occasion.event() + "` | "
                        + occasion.told().stream().map(Audience::toString).collect(Collectors.joining(", ")) + " |")
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(table);
    }

    /** One walk over the whole table: with everybody there, exactly the audiences of the row are gathered. */
    @Test
    void of_every_event_each_audience_is_told_or_not_told_as_the_table_says() {
        assertSoftly(softly -> {
            for (Occasion occasion : Occasion.values()) {
                Gathering gathering = Gathering.of(notice(occasion), SERVICE, TICKET, HOUSE);
                softly.assertThat(gathering.missing()).as(occasion.event()).isEmpty();
                for (Audience audience : Audience.values()) {
                    if (audience != Audience.SUBSCRIPTIONS) {
                        softly.assertThat(gathering.recipients().stream().anyMatch(to -> belongs(to, audience)))
                                .as("%s to %s", occasion, audience)
                                .isEqualTo(isMeant(occasion, audience));
                    }
                }
            }
        });
    }

    private static boolean isMeant(Occasion occasion, Audience audience) {
        return occasion.told().contains(audience)
                // anna is both; she is told once, as what the row names first
                || audience == Audience.REPORTER && occasion.told().contains(Audience.SERVICE_CONTACTS)
                || audience == Audience.REPORTER && occasion.told().contains(Audience.ESCALATION_CONTACTS)
                || audience == Audience.ESCALATION_CONTACTS && occasion.told().contains(Audience.REPORTER)
                || audience == Audience.ESCALATION_CONTACTS && occasion.told().contains(Audience.SERVICE_CONTACTS)
                || audience == Audience.WATCHERS && occasion.told().contains(Audience.SERVICE_CONTACTS)
                || audience == Audience.REQUESTER && occasion.told().contains(Audience.SERVICE_CONTACTS);
    }

    private static boolean belongs(Recipient to, Audience audience) {
        return switch (audience) {
            case REPORTER, ESCALATION_CONTACTS -> to.key().equals("anna");
            case WATCHERS -> to.key().equals("wanda");
            case REQUESTER -> to.key().equals("rosa");
            case SERVICE_CONTACTS -> to.key().equals("otto");
            case LEVEL_PERSONS -> to.key().equals("maria@interspace.example");
            case OPERATIONS -> to.key().equals(HOUSE.operations());
            case MANAGER -> to.key().equals(HOUSE.manager());
            case CHAT -> to.key().equals("chat:critical");
            case SUBSCRIPTIONS -> false;
        };
    }

    @Test
    void an_internal_note_is_told_to_nobody_on_any_way() {
        assertThat(Occasion.INTERNAL_NOTE_ADDED.type()).isEqualTo(Occasion.PUBLIC_NOTE_ADDED.type());
        assertThat(Occasion.INTERNAL_NOTE_ADDED.told()).isEmpty();
        assertThat(Gathering.of(notice(Occasion.INTERNAL_NOTE_ADDED), SERVICE, TICKET, HOUSE)
                        .recipients())
                .isEmpty();
    }

    @Test
    void a_customer_is_never_gathered_from_a_service_of_another_account() {
        assertSoftly(softly -> {
            for (Occasion occasion : Occasion.values()) {
                Notice foreign = new Notice(
                        "e", occasion, Instant.EPOCH, "IS-DIA-0001", "IS-1000042-2", "GLOBEX", Actor.SYSTEM, facts());
                softly.assertThat(Gathering.of(foreign, SERVICE, TICKET, HOUSE).recipients())
                        .as(occasion.event())
                        .noneMatch(to -> to.party() == Party.CUSTOMER);
            }
        });
    }

    private static Notice notice(Occasion occasion) {
        return new Notice("e", occasion, Instant.EPOCH, "IS-DIA-0001", "IS-1000042-2", "ACME", Actor.SYSTEM, facts());
    }

    private static Facts facts() {
        return Facts.facts()
                .word("requestedBy", "rosa")
                .persons(List.of(new Person("Maria", "maria@interspace.example")))
                .build();
    }

    private static Contact contact(String name, String role) {
        return new Contact(name, name, name + "@acme.example", null, List.of(role));
    }
}
