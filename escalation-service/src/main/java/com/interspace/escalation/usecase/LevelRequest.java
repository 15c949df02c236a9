package com.interspace.escalation.usecase;

import com.interspace.escalation.climb.Reason;

/**
 * That a ticket be escalated, as it was written down, not yet believed.
 *
 * @param reason a word of {@link Reason} from a customer, free text from the centre
 * @param expectedLevel customers: the level that the request should lead to, so that a second click does nothing
 * @param level centre: the level wanted; null = the next one
 * @param requestedBy centre: who asked for it
 */
public record LevelRequest(String reason, Integer expectedLevel, Integer level, String requestedBy) {}
