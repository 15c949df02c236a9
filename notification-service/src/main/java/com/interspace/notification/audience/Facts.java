package com.interspace.notification.audience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an event says, as far as a message about it repeats it. Kept as long as the notice, so that a message which
 * is written late still says what was true when it happened.
 *
 * @param words single values by the name of the event's field; absent ones are left out
 * @param persons our own people whom the event names, in contact order
 * @param document the document that goes with the message, or null
 */
public record Facts(Map<String, String> words, List<Person> persons, Document document) {

    public Facts {
        words = Map.copyOf(words);
        persons = List.copyOf(persons);
    }

    public static Builder facts() {
        return new Builder();
    }

    /** The value, or null. */
    public String word(String name) {
        return words.get(name);
    }

    /** Collects facts and leaves out what is null. */
    public static final class Builder {

        private final Map<String, String> words = new LinkedHashMap<>();
        private List<Person> persons = List.of();
        private Document document;

        private Builder() {}

        public Builder word(String name, Object value) {
            if (value != null) {
                words.put(name, value.toString());
            }
            return this;
        }

        public Builder persons(List<Person> named) {
            persons = named == null ? List.of() : named;
            return this;
        }

        public Builder document(Document issued) {
            document = issued;
            return this;
        }

        public Facts build() {
            return new Facts(words, persons, document);
        }
    }
}
