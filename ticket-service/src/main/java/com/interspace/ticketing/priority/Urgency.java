package com.interspace.ticketing.priority;

/** How soon the fault has to be gone. */
public enum Urgency {
    HIGH("high"),
    MEDIUM("medium"),
    LOW("low");

    private final String word;

    Urgency(String word) {
        this.word = word;
    }

    /**
     * The urgency that follows from the priority level a customer chose when he named no urgency: critical is
     * high, major and minor are medium, low is low; without a choice it is medium (centre's rule).
     */
    public static Urgency impliedBy(Priority requested) {
        if (requested == Priority.CRITICAL) {
            return HIGH;
        }
        return requested == Priority.LOW ? LOW : MEDIUM;
    }

    @Override
    public String toString() {
        return word;
    }
}
