package com.interspace.load;

import com.interspace.local.launch.Precedence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Plays a simulation in a process of its own and reads what its report says. It takes the quick compiler alone: the
 * better one would spend, on the same processors, what the system under test is measured by. And it goes first where it may:
 * what it waits for a processor would be counted as what the system takes for an answer.
 */
final class Gatling {

    private final Path module;
    private final Path reports;
    private final Map<String, String> said = new LinkedHashMap<>();

    /**
     * @param module where the simulations are
     * @param reports where Gatling keeps its reports, one directory a run
     */
    Gatling(Path module, Path reports) {
        this.module = module;
        this.reports = reports;
        said.put(
                "load.problem-start",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Something that every simulation is told. */
    Gatling with(String property, Object value) {
        said.put(property, String.valueOf(value));
        return this;
    }

    /** Plays the simulation; all requests together come first, then each kind of request by its name. */
    List<Timings> play(String simulation, double rate, Duration time) {
        Path report = reports.resolve(simulation.toLowerCase() + "-" + System.nanoTime());
        try {
            Files.createDirectories(report);
            run(simulation, rate, time, report);
            return read(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run(String simulation, double rate, Duration time, Path report)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
        said.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dload.rate=" + rate);
        command.add("-Dload.time=" + time);
        command.add("-cp");
        command.add(module.resolve("target/classes") + ":" + Files.readString(module.resolve("target/classpath.txt")));
        command.addAll(List.of("io.gatling.app.Gatling", "--results-folder", report.toString()));
        command.addAll(List.of("--simulation", "com.interspace.load.simulation." + simulation));
        Path log = report.resolve("gatling.log");
        Process gatling = new ProcessBuilder(Precedence.command("load", command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(gatling::destroy));
        int exit = gatling.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Gatling ended with " + exit + "; see " + log);
        }
    }

    /** The table of the report: Gatling writes its figures nowhere else that can be read. */
    private static List<Timings> read(Path report) throws IOException {
        try (Stream<Path> files = Files.walk(report)) {
            Path page = files.filter(file -> file.endsWith("index.html"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Gatling wrote no report: " + report));
            Document read = Jsoup.parse(page.toFile());
            return read.select("table.statistics-in tbody tr:has(.ellipsed-name):has(td.col-12)").stream()
                    .map(Gatling::timings)
                    .toList();
        }
    }

    private static Timings timings(Element row) {
        long count = (long) column(row, 2);
        long successes = (long) column(row, 3);
        return new Timings(
                row.select(".ellipsed-name").text(),
                count,
                count - successes,
                count == 0 ? 0 : column(row, 6) * successes / count,
                column(row, 8),
                column(row, 10),
                column(row, 11),
                column(row, 12));
    }

    private static double column(Element row, int number) {
        String text = row.select("td.col-" + number).text();
        return text.equals("-") ? Double.NaN : Double.parseDouble(text);
    }
}
