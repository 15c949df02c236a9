package com.interspace.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the system needs when nothing happens, and how long a service needs to be there again. */
final class Footprint {

    private static final Duration REST = Duration.ofSeconds(15);

    private final LoadedSystem system;
    private final Results results;

    Footprint(LoadedSystem system, Results results) {
        this.system = system;
        this.results = results;
    }

    void measure() {
        results.section("Start and memory");
        results.bar(
                "`./deploy/local/up` to ready, already built, empty data",
                "under 45 s",
                "%.1f s".formatted(system.secondsToReady()),
                Double.NaN,
                system.secondsToReady() < 45);
        Stopwatch.sleep(REST);
        memory();
        start();
    }

    private void memory() {
        Processes idle = system.processes();
        List<List<String>> rows = new ArrayList<>();
        idle.byName().forEach((name, usage) -> rows.add(List.of(name, Results.number(usage.mebibytes()))));
        results.table(List.of("process", "resident MiB, idle after what was measured above"), rows);
        double gibibytes = idle.mebibytesOfServices() / 1024;
        results.bar(
                "memory of the four services together, idle afterwards",
                "under 1.0 GiB resident",
                "%.2f GiB".formatted(gibibytes),
                Double.NaN,
                gibibytes < 1);
    }

    /** Killed and supervised: with half a second that the supervision waits. */
    private void start() {
        List<List<String>> rows = new ArrayList<>();
        double slowest = 0;
        for (String service : Processes.SERVICES) {
            long begin = System.nanoTime();
            system.local().kill(service);
            system.local().awaitReady(service);
            double seconds = Stopwatch.secondsSince(begin);
            slowest = Math.max(slowest, seconds);
            rows.add(List.of(service + "-service", Results.number(seconds)));
        }
        results.table(List.of("service", "seconds from kill -9 to ready, the others running"), rows);
        results.bar(
                "start of one packaged service, alone (here from kill -9 to ready, the slowest)",
                "under 6 s",
                "%.1f s".formatted(slowest),
                Double.NaN,
                slowest < 6);
    }
}
