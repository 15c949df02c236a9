package com.interspace.escalation.matrix;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Somebody who is told when a ticket reaches a level.
 *
 * @param phone may be null
 * @param hours when he can be reached, as {@link ReachableHours} reads it, in the zone of the service
 */
public record Person(String name, String email, String phone, String hours) {

    /** Hours that nobody can read, from before they were judged, keep nobody from being told. */
    public boolean isReachable(Instant at, ZoneId zone) {
        try {
            return hours == null || ReachableHours.parse(hours).include(at, zone);
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
