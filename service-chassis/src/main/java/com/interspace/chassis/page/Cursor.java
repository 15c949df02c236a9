package com.interspace.chassis.page;

import com.interspace.chassis.refusal.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Where a list goes on: the sort values of the last row that was shown, opaque to clients. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";
    private static final char NUL = 0;

    /** Beyond it PostgreSQL's and Java's calendars end in different years. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /**
     * @param text what the client sent; null or empty means from the start and answers null
     * @param size how many parts this list's cursor has
     * @throws Malformed when this service did not make it
     */
    public static Cursor parse(String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.parts.size() == size && plain.indexOf(NUL) < 0) {
                return cursor;
            }
        } catch (IllegalArgumentException notOurs) {
            // answered below like any other foreign cursor
        }
        throw foreign();
    }

    /** What a list says of a cursor that it cannot have given out. */
    public static Malformed foreign() {
        return new Malformed("The cursor is not one that this list gave out; start again without it.");
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** @throws Malformed when the part is no moment of which something could have been kept */
    public Instant instant(int index) {
        try {
            Instant instant = Instant.parse(parts.get(index));
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(END_OF_TIME)) {
                return instant;
            }
        } catch (DateTimeException notOurs) {
            // answered below like any other foreign cursor
        }
        throw foreign();
    }

    /** @throws Malformed when the part is no number */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException notOurs) {
            throw foreign();
        }
    }

    /** @throws Malformed when the part is no UUID */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(parts.get(index));
        } catch (IllegalArgumentException notOurs) {
            throw foreign();
        }
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }
}
