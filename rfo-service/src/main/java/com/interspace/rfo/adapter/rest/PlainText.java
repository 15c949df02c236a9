package com.interspace.rfo.adapter.rest;

import java.util.regex.Pattern;

/** Texts of people without what is no text: such characters can neither be stored, nor sent on, nor printed. */
final class PlainText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    private PlainText() {}

    /** Control characters become spaces, except line breaks and tabs; null stays null. */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        String lines = text.replace("\r\n", "\n");
        return HALF_A_CHARACTER.matcher(CONTROL.matcher(lines).replaceAll(" ")).replaceAll("\uFFFD");
    }
}
