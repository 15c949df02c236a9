package com.interspace.ticketing.intake;

/** How text from outside is made harmless without changing what it says. */
public final class Text {

    private Text() {}

    /** Control characters, line breaks among them, become spaces; null stays null. */
    public static String oneLine(String text) {
        return text == null ? null : text.replaceAll("\\p{Cntrl}", " ").trim();
    }

    /** Control characters other than line breaks and tabs become spaces; null stays null. */
    public static String readable(String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}&&[^\r\n\t]]", " ");
    }
}
