package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.notification.audience.Actor;

/** Who caused an event, on the wire. */
@JsonIgnoreProperties(ignoreUnknown = true)
record By(String id, String party) {

    static Actor actor(By by) {
        return by == null ? Actor.SYSTEM : new Actor(by.id(), by.party());
    }
}
