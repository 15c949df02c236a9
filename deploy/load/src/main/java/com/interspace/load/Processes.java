package com.interspace.load;

import com.interspace.local.part.Postmaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each process of the system has used so far. Memory is known on Linux only. */
record Processes(Map<String, Usage> byName) {

    static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");

    /** The runner's own process, in which the broker and the mail server are too. */
    static final String LAUNCHER = "launcher (Kafka, mail, this test)";

    static final String POSTGRESQL = "PostgreSQL, all backends";
    private static final double TICKS_A_SECOND = 100;

    /** @param mebibytes resident; of PostgreSQL the share that is its own, because backends share most of it */
    record Usage(double cpuSeconds, double mebibytes) {

        Usage and(Usage other) {
            return new Usage(cpuSeconds + other.cpuSeconds, mebibytes + other.mebibytes);
        }
    }

    /** @param data of the running system */
    static Processes of(Path data) {
        Map<String, Usage> usages = new LinkedHashMap<>();
        for (String service : SERVICES) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains(service + "-service/target"))
                    .findFirst()
                    .ifPresent(child -> usages.put(service + "-service", usage(child, "Rss")));
        }
        Postmaster.on(data.resolve("postgresql")).ifPresent(server -> usages.put(POSTGRESQL, family(server)));
        usages.put(LAUNCHER, usage(ProcessHandle.current(), "Rss"));
        return new Processes(usages);
    }

    /** The CPU time used since then. */
    Map<String, Double> cpuSecondsSince(Processes earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        byName.forEach((name, usage) -> used.put(
                name,
                usage.cpuSeconds()
                        - earlier.byName.getOrDefault(name, new Usage(0, 0)).cpuSeconds()));
        return used;
    }

    double mebibytesOfServices() {
        return SERVICES.stream()
                .map(service -> byName.get(service + "-service"))
                .mapToDouble(Usage::mebibytes)
                .sum();
    }

    private static Usage family(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants())
                .map(process -> usage(process, "Pss"))
                .reduce(new Usage(0, 0), Usage::and);
    }

    private static Usage usage(ProcessHandle process, String memory) {
        return new Usage(cpuSeconds(process), mebibytes(process.pid(), memory));
    }

    /** With that of the children that have ended: a backend of PostgreSQL lives as long as its connection. */
    private static double cpuSeconds(ProcessHandle process) {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException notLinux) {
            return process.info()
                    .totalCpuDuration()
                    .map(time -> time.toMillis() / 1000.0)
                    .orElse(0.0);
        }
    }

    private static double mebibytes(long pid, String what) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith(what + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
