package com.interspace.escalation.usecase;

import com.interspace.escalation.matrix.ProposedMatrix.ProposedLevel;
import java.util.List;

/**
 * A draft to be tried on past tickets, as it was written down, not yet believed.
 *
 * @param from tickets opened before it are left out, ISO-8601; null = 90 days before {@code to}
 * @param to tickets opened from then on are left out, and so is what happened then, ISO-8601; null = now
 */
public record TrialRequest(List<ProposedLevel> levels, String from, String to) {}
