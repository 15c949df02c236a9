package com.interspace.ticketing.priority;

/** What the fault does to the customer's traffic. */
public enum Impact {
    /** The base function of the service is lost. */
    SERVICE_AFFECTING("service-affecting"),
    /** Heavy packet loss, excessive latency, or less traffic than on a normal day. */
    DEGRADATION("degradation"),
    /** No live traffic is interrupted. */
    NON_SERVICE_AFFECTING("non-service-affecting");

    private final String word;

    Impact(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
