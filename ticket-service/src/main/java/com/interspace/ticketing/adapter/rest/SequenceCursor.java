package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.refusal.Malformed;

/** The cursor of a list that is ordered by the ticket's version. */
final class SequenceCursor {

    private SequenceCursor() {}

    static Cursor after(long sequence) {
        return Cursor.of(Long.toString(sequence));
    }

    /** The sequence to go on after; 0 from the start. */
    static long parse(String text) {
        Cursor cursor = Cursor.parse(text, 1);
        try {
            return cursor == null ? 0 : Long.parseLong(cursor.part(0));
        } catch (NumberFormatException foreign) {
            throw new Malformed("The cursor is not one that this list gave out; start again without it.");
        }
    }
}
