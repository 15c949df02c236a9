package com.interspace.load;

import java.time.Duration;

/**
 * How fast a service reads a topic again from the start: it is killed, its group is sent back to the first record, and
 * it comes up again. It knows every event already, so that nothing changes; the time counts from its first step.
 */
final class Replay {

    private static final String SERVICE = "rfo";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    record Result(long events, double perSecond) {}

    private final LoadedSystem system;

    Replay(LoadedSystem system) {
        this.system = system;
    }

    /** Events of tickets so far. */
    long events() {
        try (ConsumerGroups groups = new ConsumerGroups(system.local().kafkaBootstrapServers())) {
            return groups.size(SERVICE, EventPath.TICKETS);
        }
    }

    Result ofTickets() {
        String topic = EventPath.TICKETS;
        try (ConsumerGroups groups = new ConsumerGroups(system.local().kafkaBootstrapServers())) {
            long events = groups.size(SERVICE, topic);
            long applied = system.count("select count(*) from rfo.inbox");
            system.local().kill(SERVICE);
            groups.rewind(SERVICE, topic);
            Waiting.until(PATIENCE, () -> received() > 0);
            long begin = System.nanoTime();
            long before = received();
            Waiting.until(PATIENCE, () -> received() >= events);
            double seconds = Stopwatch.secondsSince(begin);
            if (system.count("select count(*) from rfo.inbox") != applied) {
                throw new IllegalStateException("The replay changed what had been applied");
            }
            system.local().awaitReady(SERVICE);
            return new Result(events, (events - before) / seconds);
        }
    }

    private long received() {
        return (long) Metrics.of(system.address(SERVICE))
                .sum("interspace_events_received_total", "topic=\"" + EventPath.TICKETS + "\"");
    }
}
