package com.interspace.escalation.rehearsal;

import com.interspace.escalation.climb.Step;
import java.time.Instant;
import java.util.List;

/**
 * How the tickets of a service would have climbed a draft.
 *
 * @param to the first instant after the period
 * @param notWhole how many tickets could not be played because their beginning was not kept
 * @param truncated whether there were more tickets than are played at once; the newest were
 * @param tickets the newest first
 */
public record WhatIf(
        String serviceId, Instant from, Instant to, int notWhole, boolean truncated, List<Played> tickets) {

    public WhatIf {
        tickets = List.copyOf(tickets);
    }

    /** @param draft how it would have climbed */
    public record Played(PastTicket ticket, List<Step> draft) {

        public Played {
            draft = List.copyOf(draft);
        }

        /** How many times it really came to a level. */
        public long actually(int level) {
            return times(ticket.steps(), level);
        }

        /** How many times it would have come to a level. */
        public long byDraft(int level) {
            return times(draft, level);
        }

        private static long times(List<Step> steps, int level) {
            return steps.stream()
                    .filter(step -> step.isReached() && step.to() == level)
                    .count();
        }
    }
}
