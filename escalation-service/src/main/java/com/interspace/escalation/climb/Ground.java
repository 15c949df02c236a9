package com.interspace.escalation.climb;

/**
 * On what ground a ticket climbs.
 *
 * @param reason what was said; null for age and breach
 * @param requestedBy the name of the customer who asked, or whom the centre did it for; null for age and breach
 * @param callerId the id of the caller who asked; null for age and breach
 * @param confirmedByClock whether a clock bears the reason out; null when the reason speaks of none
 */
public record Ground(Cause cause, String reason, String requestedBy, String callerId, Boolean confirmedByClock) {

    static Ground of(Cause cause) {
        return of(cause, null);
    }

    static Ground of(Cause cause, String reason) {
        return new Ground(cause, reason, null, null, null);
    }
}
