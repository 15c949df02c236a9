package com.interspace.notification.adapter.rest;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.refusal.Malformed;

/** A place in the log of messages, as a cursor says it. */
final class Position {

    private Position() {}

    /** Null for no cursor. */
    static Long of(String text) {
        Cursor cursor = Cursor.parse(text, 1);
        try {
            return cursor == null ? null : Long.valueOf(cursor.part(0));
        } catch (NumberFormatException notOurs) {
            throw new Malformed("The cursor is not one that this list gave out; start again without it.");
        }
    }
}
