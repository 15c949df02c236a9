package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Actor;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Person;
import java.util.List;
import java.util.stream.Collectors;

/** What this service reads of the events about a ticket that climbs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LevelEvent(Change change, Escalation escalation) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String cause, String reason, String why, List<LevelPerson> persons, List<Integer> skipped) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LevelPerson(String name, String email) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Escalation(String ticketId, String account, String serviceId, Integer level, String title, Next next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Next(Integer level, String dueAt) {}

    /** That climbing stands still is about no ticket, and says why instead of a reason. */
    Notice notice(Envelope envelope, Occasion occasion) {
        return new Notice(
                envelope.id(),
                occasion,
                envelope.time(),
                escalation == null ? null : escalation.serviceId(),
                escalation == null ? null : escalation.ticketId(),
                escalation == null ? null : escalation.account(),
                Actor.SYSTEM,
                facts());
    }

    private Facts facts() {
        Facts.Builder facts = Facts.facts();
        if (escalation != null) {
            facts.word("level", escalation.level()).word("title", escalation.title());
            Next next = escalation.next();
            facts.word("nextLevel", next == null ? null : next.level())
                    .word("nextDueAt", next == null ? null : next.dueAt());
        }
        return facts.word("cause", change.cause())
                .word("reason", change.why() == null ? change.reason() : change.why())
                .word("skipped", skipped())
                .persons(persons())
                .build();
    }

    private String skipped() {
        if (change.skipped() == null || change.skipped().isEmpty()) {
            return null;
        }
        return change.skipped().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private List<Person> persons() {
        return change.persons() == null
                ? List.of()
                : change.persons().stream()
                        .map(person -> new Person(person.name(), person.email()))
                        .toList();
    }
}
