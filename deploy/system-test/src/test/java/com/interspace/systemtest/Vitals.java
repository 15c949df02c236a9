package com.interspace.systemtest;

import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the operating system says of a service's process, and what it says of itself in its metrics.
 *
 * @param process its number; another one means that it died meanwhile
 * @param residentMegabytes 0 where the operating system does not tell
 * @param heapMegabytes that survived the last collection
 * @param connections to the database that are in somebody's hands
 * @param backlog events that it has not applied
 * @param unsent events that it has not published
 */
public record Vitals(
        long process,
        double residentMegabytes,
        double heapMegabytes,
        double threads,
        double connections,
        double backlog,
        double unsent) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Of the four services of a system, by their names. */
    public static Map<String, Vitals> ofAll(LocalSystem system) {
        Map<String, Vitals> all = new TreeMap<>();
        Database.SERVICES.forEach(service -> all.put(service, of(system, service)));
        return all;
    }

    private static Vitals of(LocalSystem system, String service) {
        long process = system.first(service).pid();
        List<String> metrics = Caller.anyone(system.url(service, ""))
                .get("/q/metrics", "text/plain")
                .text()
                .lines()
                .toList();
        return new Vitals(
                process,
                resident(process),
                sum(metrics, "jvm_gc_live_data_size_bytes") / (1 << 20),
                sum(metrics, "jvm_threads_live_threads"),
                sum(metrics, "agroal_active_count"),
                sum(metrics, "interspace_consumer_backlog"),
                sum(metrics, "interspace_outbox_unsent"));
    }

    /** The most of each figure in several readings of one process. */
    public static Vitals most(List<Vitals> readings) {
        return new Vitals(
                readings.get(0).process(),
                most(readings, Vitals::residentMegabytes),
                most(readings, Vitals::heapMegabytes),
                most(readings, Vitals::threads),
                most(readings, Vitals::connections),
                most(readings, Vitals::backlog),
                most(readings, Vitals::unsent));
    }

    private static double most(List<Vitals> readings, ToDoubleFunction<Vitals> what) {
        return readings.stream().mapToDouble(what).max().orElseThrow();
    }

    private static double resident(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        try {
            Matcher line = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
            return line.find() ? Double.parseDouble(line.group(1)) / 1024 : 0;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static double sum(List<String> metrics, String name) {
        return metrics.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
