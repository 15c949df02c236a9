package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;

/** A caller as the ticket's history knows him. */
final class Actors {

    private Actors() {}

    static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.name(), caller.party());
    }

    /** The door that a word of this caller came through. */
    static Channel channelOf(Caller caller) {
        if (caller.isCentre()) {
            return Channel.PHONE;
        }
        return "partner".equals(caller.party()) ? Channel.PARTNER : Channel.PANEL;
    }
}
