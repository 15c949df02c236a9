package com.interspace.chassis.page;

import com.interspace.chassis.refusal.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a list goes on: the sort values of the last row that was shown, opaque to clients. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

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
            if (cursor.parts.size() == size) {
                return cursor;
            }
        } catch (IllegalArgumentException notOurs) {
            // answered below like any other foreign cursor
        }
        throw new Malformed("The cursor is not one that this list gave out; start again without it.");
    }

    public String part(int index) {
        return parts.get(index);
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }
}
