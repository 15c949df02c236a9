package com.interspace.rfo.adapter.pdf;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times stand on paper. */
public final class PrintedTimes {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ZoneId zone;

    PrintedTimes(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** A dash for a time that is not known. */
    public String utc(Instant at) {
        return at == null ? "\u2013" : SECONDS.format(at.atOffset(ZoneOffset.UTC));
    }

    public String local(Instant at) {
        return at == null ? "\u2013" : SECONDS.format(at.atZone(zone));
    }

    /** Such as {@code 5 h 07 min}; a dash for one that is not known. */
    public String length(Duration duration) {
        return duration == null ? "\u2013" : "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
