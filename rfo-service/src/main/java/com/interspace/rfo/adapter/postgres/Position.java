package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import java.time.Instant;
import java.util.UUID;

/** Where a list by time and id goes on. */
record Position(Instant at, UUID id) {

    static Position of(Cursor cursor) {
        return new Position(cursor.instant(0), cursor.uuid(1));
    }
}
