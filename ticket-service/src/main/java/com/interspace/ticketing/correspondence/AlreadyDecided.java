package com.interspace.ticketing.correspondence;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: the mail does not wait for anybody's decision. */
public final class AlreadyDecided extends Conflict {

    AlreadyDecided(MailState state) {
        super(
                "mail-already-decided",
                "Mail is not in quarantine",
                "The mail is " + state + "; only one that is quarantined can be released or refused.",
                Map.of("currentState", state.toString(), "allowedState", MailState.QUARANTINED.toString()));
    }
}
