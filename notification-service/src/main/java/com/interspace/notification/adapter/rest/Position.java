package com.interspace.notification.adapter.rest;

import com.interspace.chassis.page.Cursor;

/** A place in the log of messages, as a cursor says it. */
final class Position {

    private Position() {}

    /** Null for no cursor. */
    static Long of(String text) {
        Cursor cursor = Cursor.parse(text, 1);
        return cursor == null ? null : Long.valueOf(cursor.number(0));
    }
}
