package com.interspace.notification.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as people read it: in UTC and in the zone of the service. */
final class WrittenTime {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private WrittenTime() {}

    /** For example {@code Mon 2 Mar 2026 08:15 UTC (10:15 Europe/Sofia)}. */
    static String of(Instant instant, ZoneId zone) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        ZonedDateTime local = instant.atZone(zone);
        String written = DAY_AND_TIME.format(utc) + " UTC";
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return written;
        }
        boolean sameDay = local.toLocalDate().equals(utc.toLocalDate());
        return written + " (" + (sameDay ? TIME : DAY_AND_TIME).format(local) + " " + zone.getId() + ")";
    }
}
