package com.interspace.ticketing.intake;

import java.util.Map;

/** What the centre asks when a field is missing; correspondence is in English. */
final class Questions {

    private static final Map<String, String> BY_FIELD = Map.of(
            "serviceId", "Which service is affected? Please give its ID as the panel shows it, such as IS-DIA-0001.",
            "problemStart",
                    "Since when has the problem existed? Please give date, time and time zone, such as"
                            + " 2026-03-01T08:15:00Z.",
            "summary", "What is wrong, in one sentence?",
            "impact",
                    "What does the fault do to your traffic: service-affecting (the base function is lost),"
                            + " degradation (packet loss, latency, less traffic than on a normal day) or"
                            + " non-service-affecting (no live traffic is interrupted)?",
            "urgency", "How urgent is it: high, medium or low?",
            "requestedPriority", "Which priority do you wish: critical, major, minor or low?",
            "faultNature", "Is the fault permanent or intermittent?",
            "circuitId", "Which circuit of the service is affected?",
            "ipAddress", "Which IPv4 or IPv6 addresses are affected?");

    private Questions() {}

    static String about(String field) {
        return BY_FIELD.getOrDefault(field, "Please tell us the " + field + ".");
    }
}
