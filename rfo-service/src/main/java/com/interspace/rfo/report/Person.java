package com.interspace.rfo.report;

import com.interspace.chassis.caller.Caller;

/** Somebody who asks for an RFO or works on one. */
public record Person(String id, String name, String party) {

    /** The clocks of this service. */
    public static final Person SYSTEM = new Person(null, "system", "system");

    public static Person of(Caller caller) {
        return new Person(caller.id(), caller.name(), caller.party());
    }
}
