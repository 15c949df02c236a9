package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.page.Cursor;

/** The cursor of a list that is ordered by the ticket's version. */
final class SequenceCursor {

    private SequenceCursor() {}

    static Cursor after(long sequence) {
        return Cursor.of(Long.toString(sequence));
    }

    /** The sequence to go on after; 0 from the start. */
    static long parse(String text) {
        Cursor cursor = Cursor.parse(text, 1);
        return cursor == null ? 0 : cursor.number(0);
    }
}
