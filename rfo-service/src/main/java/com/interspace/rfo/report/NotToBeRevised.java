package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Conflict;
import java.util.LinkedHashMap;
import java.util.Map;

/** 409: only what was published, and is still the newest edition, is revised; names the newer one. */
public final class NotToBeRevised extends Conflict {

    NotToBeRevised(Rfo rfo) {
        super(
                "rfo-not-to-be-revised",
                "RFO not to be revised",
                "RFO " + rfo.number() + ", edition " + rfo.edition() + ", is " + rfo.status()
                        + "; only a published one is revised.",
                membersOf(rfo));
    }

    private static Map<String, Object> membersOf(Rfo rfo) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("currentStatus", rfo.status().toString());
        if (rfo.supersededBy() != null) {
            members.put("supersededBy", rfo.supersededBy().toString());
        }
        return members;
    }
}
