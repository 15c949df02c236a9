package com.interspace.chassis.refusal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Collects every field that is wrong, so that a caller hears of all of them at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String field, String message) {
        found.add(new Violation(field, message));
        return this;
    }

    /** The value, after noting a violation when it is absent or blank. */
    public String required(String field, String value) {
        if (value == null || value.isBlank()) {
            add(field, "is required");
            return null;
        }
        return value;
    }

    public <T> T required(String field, T value) {
        if (value == null) {
            add(field, "is required");
        }
        return value;
    }

    public String atMost(String field, String value, int characters) {
        if (value != null && value.length() > characters) {
            add(field, "must have at most " + characters + " characters");
        }
        return value;
    }

    /**
     * The constant that the word names on the wire, or null when it is absent or (noted) unknown. The wire word of
     * a constant is its {@code toString()}.
     */
    public <E extends Enum<E>> E oneOf(String field, String word, Class<E> words) {
        if (word == null || word.isBlank()) {
            return null;
        }
        for (E candidate : words.getEnumConstants()) {
            if (candidate.toString().equals(word)) {
                return candidate;
            }
        }
        add(
                field,
                "must be one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
        return null;
    }

    /** An ISO-8601 instant with an offset, or null when it is absent or (noted) unreadable. */
    public Instant instant(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant instant =
                    OffsetDateTime.parse(text.trim().toUpperCase(Locale.ROOT)).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
                add(field, "must lie between 1970 and 9999");
                return null;
            }
            return instant;
        } catch (DateTimeParseException unreadable) {
            add(field, "must be an ISO-8601 instant such as 2026-03-01T08:15:00Z");
            return null;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    /** @throws Invalid with every violation noted so far, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
}
