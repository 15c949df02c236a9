package com.interspace.load;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.local.launch.Ports;
import com.interspace.local.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the local system needs as it is shipped, whatever the load is measured with: how long until it is ready, what it
 * holds in memory when it rests after the story, and how long a service needs to be there again.
 */
final class Footprint {

    private static final Duration REST = Duration.ofSeconds(15);

    private final Path root;
    private final Path data;
    private final Results results;
    private final Consumer<String> progress;

    Footprint(Path root, Path data, Results results, Consumer<String> progress) {
        this.root = root;
        this.data = data;
        this.results = results;
        this.progress = progress;
    }

    /** On a system of its own, from empty data. */
    void measure() {
        results.section("Start and memory of the local system, as shipped");
        Ports ports = Ports.movedBy(System.getenv("INTERSPACE_PORT_OFFSET"));
        long begin = System.nanoTime();
        try (LocalSystem system =
                LocalSystem.start(new Options(root, data, ports, null, true, true, false, false, Map.of()), progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            toReady(Stopwatch.secondsSince(begin));
            Story.acts(system, step -> {}).forEach(Story::play);
            Stopwatch.sleep(REST);
            memory();
            start(system);
        }
    }

    private void toReady(double seconds) {
        results.bar(
                "`./deploy/local/up` to ready, already built, empty data",
                "under 45 s",
                "%.1f s".formatted(seconds),
                Double.NaN,
                seconds < 45);
    }

    private void memory() {
        Processes idle = Processes.of(data);
        List<List<String>> rows = new ArrayList<>();
        idle.byName().forEach((name, usage) -> rows.add(List.of(name, Results.number(usage.mebibytes()))));
        results.table(List.of("process", "resident MiB, idle after the story"), rows);
        double gibibytes = idle.mebibytesOfServices() / 1024;
        results.bar(
                "memory of the four services together, idle after the story",
                "under 1.0 GiB resident",
                "%.2f GiB".formatted(gibibytes),
                Double.NaN,
                gibibytes < 1);
    }

    /** Killed and supervised: with half a second that the supervision waits. */
    private void start(LocalSystem system) {
        List<List<String>> rows = new ArrayList<>();
        double slowest = 0;
        for (String service : Processes.SERVICES) {
            long begin = System.nanoTime();
            system.kill(service);
            system.awaitReady(service);
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
