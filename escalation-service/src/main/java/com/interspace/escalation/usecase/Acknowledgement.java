package com.interspace.escalation.usecase;

/**
 * That somebody has taken a level over, as it was written down, not yet believed.
 *
 * @param level null = the one where the ticket stands
 * @param acknowledgedBy who did, at most 100 characters; null = the caller himself
 */
public record Acknowledgement(Integer level, String acknowledgedBy) {

    /** Of the present level, by the caller. */
    public static final Acknowledgement PLAIN = new Acknowledgement(null, null);
}
