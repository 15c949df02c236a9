package com.interspace.chassis.time;

/** A business calendar was asked for an opening and has none within a year: its hours are set up wrongly. */
public class NeverOpen extends IllegalStateException {

    NeverOpen(String message) {
        super(message);
    }
}
