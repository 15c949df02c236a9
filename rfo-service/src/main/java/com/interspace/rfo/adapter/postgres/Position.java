package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.refusal.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a list by time and id goes on. */
record Position(Instant at, UUID id) {

    /** Beyond it PostgreSQL's and Java's calendars end in different years. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws Malformed when no list gave this cursor out */
    static Position of(Cursor cursor) {
        try {
            Instant at = Instant.parse(cursor.part(0));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(END_OF_TIME)) {
                throw new DateTimeException("Nothing was ever kept at " + at);
            }
            return new Position(at, UUID.fromString(cursor.part(1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new Malformed("The cursor is not one that this list gave out; start again without it.");
        }
    }
}
