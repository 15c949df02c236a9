package com.interspace.ticketing.attachment;

import java.text.Normalizer;

/** The name of a file as it can be kept and printed anywhere. */
public final class FileName {

    private static final int LONGEST = 200;
    private static final String UNNAMED = "attachment";

    private FileName() {}

    /**
     * Without path, control characters and characters that turn the writing direction; never empty, at most 200
     * characters, its ending kept.
     */
    public static String clean(String said) {
        if (said == null) {
            return UNNAMED;
        }
        String name = Normalizer.normalize(said, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"<>|*?:]", "")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (name.isEmpty()) {
            return UNNAMED;
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 20 ? "" : name.substring(dot);
        // The cut may fall between the two halves of one character.
        return name.substring(0, LONGEST - ending.length()).replaceAll("\\p{Cs}", "") + ending;
    }
}
