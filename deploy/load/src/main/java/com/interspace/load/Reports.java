package com.interspace.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Faults as customers report them. */
final class Reports {

    private static final String[] IMPACTS = {"service-affecting", "degradation", "non-service-affecting"};

    /** In the words of history.sql, for what is searched there to be as common in what came last. */
    private static final String[] FAULTS = {"packet loss", "no light", "latency", "session flaps", "slow transfer"};

    private Reports() {}

    /** In the panel. */
    static Map<String, Object> panel(int number) {
        return Map.of(
                "serviceId",
                LoadedSystem.SERVICE.formatted(number % LoadedSystem.SERVICES + 1),
                "problemStart",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "impact",
                IMPACTS[number % IMPACTS.length],
                "requestedPriority",
                "major",
                "faultNature",
                "permanent",
                "summary",
                "Load: %s towards 198.51.100.%d".formatted(FAULTS[number % FAULTS.length], number % 256),
                "description",
                "Seen since this morning by our monitoring; traceroute stops behind your edge.");
    }

    /** By mail; the subject is how its ticket is found again. */
    static String mail(String subject) {
        return """
                From: Anna Petrova <%1$s>
                To: support@interspace.example
                Subject: %2$s
                Message-ID: <%2$s@acme.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Hello, we see heavy packet loss on %3$s since this morning.
                """
                .formatted(LoadedSystem.CUSTOMER, subject, LoadedSystem.SERVICE.formatted(1))
                .replace("\n", "\r\n");
    }
}
