package com.interspace.systemtest.fault;

import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a process says of itself in its metrics.
 *
 * @param heapMegabytes that survived the last collection
 * @param connections to the database that are in somebody's hands
 */
record Vitals(double heapMegabytes, double threads, double connections, double backlog, double unsent) {

    static Map<String, Vitals> ofAll(LocalSystem system) {
        return Fault.SERVICES.stream().collect(Collectors.toMap(service -> service, service -> of(system, service)));
    }

    private static Vitals of(LocalSystem system, String service) {
        List<String> metrics = Caller.anyone(system.url(service, ""))
                .get("/q/metrics", "text/plain")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        return new Vitals(
                sum(metrics, line -> line.startsWith("jvm_gc_live_data_size_bytes")) / (1 << 20),
                sum(metrics, line -> line.startsWith("jvm_threads_live_threads")),
                sum(metrics, line -> line.startsWith("agroal_active_count")),
                sum(metrics, line -> line.startsWith("interspace_consumer_backlog")),
                sum(metrics, line -> line.startsWith("interspace_outbox_unsent")));
    }

    static Vitals most(List<Vitals> readings) {
        return new Vitals(
                most(readings, Vitals::heapMegabytes),
                most(readings, Vitals::threads),
                most(readings, Vitals::connections),
                most(readings, Vitals::backlog),
                most(readings, Vitals::unsent));
    }

    private static double most(List<Vitals> readings, ToDoubleFunction<Vitals> what) {
        return readings.stream().mapToDouble(what).max().orElseThrow();
    }

    private static double sum(List<String> metrics, Predicate<String> which) {
        return metrics.stream()
                .filter(which)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
