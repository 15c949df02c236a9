package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: there is no document before publication. */
public final class NotPublished extends Conflict {

    public NotPublished(Rfo rfo) {
        super(
                "rfo-not-published",
                "RFO not published",
                "RFO " + rfo.number() + " is " + rfo.status() + "; its document is issued when it is published.",
                Map.of(
                        "currentStatus",
                        rfo.status().toString(),
                        "due",
                        rfo.due().toString()));
    }
}
