package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Conflict;
import java.util.List;
import java.util.Map;

/** 409: not from where the ticket stands; names the current status and the allowed ones. */
public final class TransitionNotAllowed extends Conflict {

    TransitionNotAllowed(Status current, Status wanted) {
        super(
                "transition-not-allowed",
                "Transition not allowed",
                "A ticket that is " + current + " cannot become " + wanted + ".",
                Map.of("currentStatus", current.toString(), "allowedStatuses", words(current)));
    }

    private static List<String> words(Status current) {
        return current.next().stream().map(Status::toString).toList();
    }
}
