package com.interspace.escalation.rehearsal;

import com.interspace.escalation.climb.Step;
import com.interspace.escalation.matrix.Priority;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as it really went.
 *
 * @param priority the present one
 * @param news what was told of it, in the order in which it happened; empty when none was kept
 * @param steps how it really climbed, oldest first
 */
public record PastTicket(
        String ticketId,
        String account,
        String serviceId,
        Instant createdAt,
        Priority priority,
        List<TicketNews> news,
        List<Step> steps) {

    public PastTicket {
        news = List.copyOf(news);
        steps = List.copyOf(steps);
    }

    /** Whether everything was kept from its first event on, so that it can be played again. */
    public boolean isWhole() {
        return !news.isEmpty() && news.get(0).sequence() <= 1;
    }
}
