package com.interspace.rfo.action;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: what is done or cancelled stays so. */
public final class ActionMoveRefused extends Conflict {

    ActionMoveRefused(ActionStatus from) {
        super(
                "transition-not-allowed",
                "Transition not allowed",
                "The preventive action is " + from + " and stays so; plan another one if something is left to do.",
                Map.of(
                        "currentStatus",
                        from.toString(),
                        "allowedStatuses",
                        from.next().stream().map(ActionStatus::toString).toList()));
    }
}
