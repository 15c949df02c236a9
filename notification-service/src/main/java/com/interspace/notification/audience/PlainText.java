package com.interspace.notification.audience;

import java.util.List;

/**
 * Text from outside, made harmless before it stands in a header or a message: no control characters, nothing that
 * turns the reading direction around. Emoji and every script stay as they are.
 */
public final class PlainText {

    private static final String UNSEEN =
            "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]";
    private static final String UNSEEN_BUT_TAB = "[" + UNSEEN + "&&[^\\t]]";

    private PlainText() {}

    /** One line of at most so many characters; null stays null. */
    public static String line(String text, int characters) {
        if (text == null) {
            return null;
        }
        String line = text.replaceAll(UNSEEN, " ").replaceAll(" {2,}", " ").strip();
        if (line.codePointCount(0, line.length()) <= characters) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, characters - 1)) + "…";
    }

    /** The lines of the first so many characters of a longer text, none for null; the last one says what is left out. */
    public static List<String> lines(String text, int characters) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String whole = text.strip();
        String shown = whole.codePointCount(0, whole.length()) <= characters
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, characters)) + "…\n(the rest stands at the ticket)";
        return shown.lines()
                .map(line -> line.replaceAll(UNSEEN_BUT_TAB, " ").stripTrailing())
                .toList();
    }
}
