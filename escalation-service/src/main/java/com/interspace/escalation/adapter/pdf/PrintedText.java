package com.interspace.escalation.adapter.pdf;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times stand on paper. */
final class PrintedText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private PrintedText() {}

    static String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Such as {@code 1 h 30 min}; parts that are nothing are left out. */
    static String length(Duration length) {
        StringBuilder text = new StringBuilder();
        append(text, length.toHours(), "h");
        append(text, length.toMinutesPart(), "min");
        append(text, length.toSecondsPart(), "s");
        append(text, length.toMillisPart(), "ms");
        return text.toString().trim();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(' ').append(amount).append(' ').append(unit);
        }
    }
}
