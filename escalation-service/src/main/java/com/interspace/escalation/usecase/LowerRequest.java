package com.interspace.escalation.usecase;

/**
 * That a ticket be taken down, as it was written down, not yet believed.
 *
 * @param level where to; 0 = the ground
 * @param reason why, 1 to 500 characters
 * @param requestedBy who wants it; null = the caller himself
 */
public record LowerRequest(Integer level, String reason, String requestedBy) {}
