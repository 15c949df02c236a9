package com.interspace.load.simulation;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where the system is and who knocks, as the runner says in system properties, and what is said there. */
final class Door {

    static final int CONNECTIONS = Integer.getInteger("load.connections", 16);
    static final Duration TIME = Duration.parse(System.getProperty("load.time", "PT10S"));
    /** Before {@link #TIME}, while the load itself is not at its speed yet. */
    private static final Duration FIRST = Duration.parse(System.getProperty("load.first", "PT0S"));

    static final Duration WHOLE_TIME = FIRST.plus(TIME);
    /** Arrivals a second of an open model. */
    static final double RATE = Double.parseDouble(System.getProperty("load.rate", "10"));

    private static final int SERVICES = Integer.getInteger("load.services", 1);
    private static final String SERVICE_PATTERN = System.getProperty("load.service-pattern", "IS-LOAD-%05d");
    private static final String START = System.getProperty("load.problem-start", "2026-01-01T00:00:00Z");
    private static final String[] IMPACTS = {"service-affecting", "degradation", "non-service-affecting"};

    /** In the words of history.sql, for what is searched there to be as common in what came last. */
    private static final String[] FAULTS = {"packet loss", "no light", "latency", "session flaps", "slow transfer"};

    /** When the first request is sent. */
    private static final class Beginning {
        static final long NANOS = System.nanoTime();
    }

    private Door() {}

    /** The name of a request, or another one while it does not count. */
    static String counted(String name) {
        return System.nanoTime() - Beginning.NANOS < FIRST.toNanos() ? "first" : name;
    }

    /** One token for all requests, as a panel's backend or a partner's system has one. */
    static HttpProtocolBuilder as(String who) {
        return http.baseUrl(System.getProperty("load.url"))
                .header("Authorization", "Bearer " + System.getProperty("load.token." + who))
                .contentTypeHeader("application/json")
                .acceptHeader("application/json")
                .maxConnectionsPerHost(CONNECTIONS);
    }

    /** Somebody else's token on one request. */
    static String bearer(String who) {
        return "Bearer " + System.getProperty("load.token." + who);
    }

    static String anyService() {
        return SERVICE_PATTERN.formatted(any(SERVICES) + 1);
    }

    /** A fault as a customer fills the panel's form in. */
    static String report() {
        String fault = FAULTS[any(FAULTS.length)];
        return """
                {"serviceId": "%s", "problemStart": "%s", "impact": "%s", "requestedPriority": "major",
                 "faultNature": "permanent", "summary": "Load: %s towards %s",
                 "description": "Seen since this morning by our monitoring: %s. Traceroute stops behind your edge. Reference %s"}"""
                .formatted(anyService(), START, IMPACTS[any(IMPACTS.length)], fault, anAddress(), fault, aReference());
    }

    /** The same from a partner's system. */
    static String troubleTicket() {
        return """
                {"description": "Load: packet loss towards %s", "severity": "degradation", "ticketType": "fault",
                 "externalId": "%s", "problemStart": "%s", "impact": "degradation",
                 "relatedEntity": [{"id": "%s", "@referredType": "Service", "role": "service"}]}"""
                .formatted(anAddress(), aReference(), START, anyService());
    }

    static String aReference() {
        return UUID.randomUUID().toString();
    }

    private static String anAddress() {
        return "198.51.100." + any(256);
    }

    private static int any(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
