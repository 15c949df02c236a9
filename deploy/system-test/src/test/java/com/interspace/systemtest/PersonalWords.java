package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.event.EventLog;
import com.interspace.local.identity.Identity;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people are called, how they are reached and what they wrote, as the events of a system tell it: names, addresses,
 * telephone numbers of customers and of our own people, summaries, descriptions and notes.
 */
final class PersonalWords {

    private static final Set<String> FIELDS =
            Set.of("name", "email", "phone", "summary", "description", "text", "resolution");

    /** The centre's own mailboxes are nobody's. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.+-]+@(?!interspace\\.example)[\\w-]+(?:\\.[\\w-]+)*\\.example");

    /** Shorter ones stand in other words. */
    private static final int SHORTEST = 8;

    private final Set<String> words = new TreeSet<>();

    PersonalWords(EventLog log) {
        for (String topic : new String[] {"service", "ticket", "escalation", "rfo"}) {
            for (Event event : log.all("interspace." + topic + ".v1")) {
                gather(event.json());
            }
        }
        Identity.all().stream()
                .filter(identity -> identity.kind() == Identity.Kind.person)
                .forEach(person -> keep(person.fullName()));
    }

    Set<String> all() {
        return words;
    }

    /** The first of them in a text, or an address of somebody that no event ever named. */
    Optional<String> firstIn(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.find()
                ? Optional.of(address.group())
                : words.stream().filter(text::contains).findFirst();
    }

    private void gather(JsonNode node) {
        node.fields().forEachRemaining(field -> {
            if (FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                keep(field.getValue().asText());
            }
        });
        node.forEach(this::gather);
    }

    private void keep(String word) {
        if (word.length() >= SHORTEST) {
            words.add(word);
        }
    }
}
