package com.interspace.notification.audience;

/** How loud the chat of operations is told; each has a room of its own. */
public enum Severity {
    CRITICAL("critical"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** Climbing that stands still, and whatever befalls a critical ticket, is critical. */
    static Severity of(Occasion occasion, Ticket ticket) {
        boolean criticalTicket = ticket != null && "critical".equals(ticket.priority());
        return occasion == Occasion.ESCALATION_STALLED || criticalTicket ? CRITICAL : WARNING;
    }

    @Override
    public String toString() {
        return word;
    }
}
