package com.interspace.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the operating system says of the services that this process has started. */
final class Vitals {

    private static final Pattern SERVICE = Pattern.compile("([a-z]+-service)/target/quarkus-app");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private Vitals() {}

    /** The process of each service; another number means that it died meanwhile. */
    static Map<String, Long> processes() {
        Map<String, Long> processes = new TreeMap<>();
        ProcessHandle.current().descendants().forEach(process -> {
            Matcher service = SERVICE.matcher(arguments(process));
            if (service.find()) {
                processes.put(service.group(1), process.pid());
            }
        });
        return processes;
    }

    /** Resident memory of each service in MB; empty where the operating system does not tell. */
    static Map<String, Long> residentMegabytes() {
        Map<String, Long> resident = new TreeMap<>();
        processes().forEach((service, pid) -> {
            Path status = Path.of("/proc", pid.toString(), "status");
            if (Files.exists(status)) {
                Matcher line = RESIDENT.matcher(read(status));
                if (line.find()) {
                    resident.put(service, Long.parseLong(line.group(1)) / 1024);
                }
            }
        });
        return resident;
    }

    private static String arguments(ProcessHandle process) {
        return Stream.of(process.info().arguments().orElse(new String[0])).reduce("", (all, each) -> all + " " + each);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
