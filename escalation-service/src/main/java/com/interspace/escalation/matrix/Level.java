package com.interspace.escalation.matrix;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rung of a ladder.
 *
 * @param level its number, from 1
 * @param persons in contact order
 * @param after the age at which a ticket of each priority reaches it; a priority that is absent never does by age
 * @param skip whether the level is left out on purpose: a ticket passes it without a wait
 */
public record Level(int level, String title, List<Person> persons, Map<Priority, Duration> after, boolean skip) {

    public Level {
        persons = List.copyOf(persons);
        Map<Priority, Duration> inOrder = new EnumMap<>(Priority.class);
        inOrder.putAll(after);
        after = Collections.unmodifiableMap(inOrder);
    }

    /** Whether somebody can be told here. */
    public boolean hasSomebody() {
        return !skip && !persons.isEmpty();
    }

    /** Those who can be told here at an instant, in contact order. */
    public List<Person> reachable(Instant at, ZoneId zone) {
        return skip
                ? List.of()
                : persons.stream()
                        .filter(person -> person.isReachable(at, zone))
                        .toList();
    }

    public Optional<Duration> ageFor(Priority priority) {
        return Optional.ofNullable(after.get(priority));
    }
}
