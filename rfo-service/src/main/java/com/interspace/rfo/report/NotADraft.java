package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Conflict;
import java.util.List;
import java.util.Map;

/** 409: only a draft is written in. */
public final class NotADraft extends Conflict {

    NotADraft(RfoStatus status) {
        super(
                "not-a-draft",
                "Not a draft",
                "The RFO is " + status + "; sections are written while it is a draft.",
                Map.of("currentStatus", status.toString(), "allowedStatuses", List.of(RfoStatus.DRAFT.toString())));
    }
}
