package com.interspace.load;

import com.interspace.local.launch.PlainSentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The command behind {@code ./deploy/load/run}. */
public final class Load {

    private static final Consumer<String> OUT =
            line -> System.out.println(InstantSource.system().instant() + " " + line);

    private Load() {}

    public static void main(String[] arguments) {
        try {
            System.exit(measure(Command.parse(List.of(arguments))) ? 0 : 1);
        } catch (PlainSentence refused) {
            System.err.println(refused.getMessage());
        } catch (RuntimeException broken) {
            broken.printStackTrace();
        }
        System.exit(1);
    }

    /** False when a part broke. */
    private static boolean measure(Command command) {
        Path root = Path.of("").toAbsolutePath();
        Path module = root.resolve("deploy/load");
        Instant began = InstantSource.system().instant();
        long begin = System.nanoTime();
        Path data = module.resolve("target/data");
        Results results = new Results(OUT);
        measure(Command.FOOTPRINT, new Footprint(root, data, results, OUT)::measure, command, results);
        if (command.wantsLoad()) {
            load(command, root, data, results);
        }
        Report report = new Report(command, began, Stopwatch.secondsSince(begin), results);
        report.writeTo(module.resolve("target/results"));
        if (command.write()) {
            report.writeTo(module);
        }
        OUT.accept("Written to " + (command.write() ? module : module.resolve("target/results")) + "/RESULTS.md");
        return !results.hasBroken();
    }

    private static void load(Command command, Path root, Path data, Results results) {
        try (LoadedSystem system = LoadedSystem.start(root, data, command.jvm(), OUT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            DoorsUnderLoad doors = new DoorsUnderLoad(system, results, root, command.time());
            if (!command.warmUp().isZero()) {
                OUT.accept("Warming up for " + command.warmUp().toSeconds() + " s");
                doors.warmUp(command.warmUp());
            }
            parts(command, system, results, doors)
                    .forEach((part, measurement) -> measure(part, measurement, command, results));
        }
    }

    /** In the order in which they are measured; last what fills the database. */
    private static Map<String, Runnable> parts(
            Command command, LoadedSystem system, Results results, DoorsUnderLoad doors) {
        Map<String, Runnable> parts = new LinkedHashMap<>();
        parts.put("floor", doors::databaseAlone);
        parts.put("intake", doors::intake);
        parts.put("news", doors::news);
        parts.put("doors", doors::otherDoors);
        parts.put("documents", doors::documents);
        parts.put("replay", doors::replay);
        parts.put("growth", new Growth(system, results, command.tickets())::measure);
        return parts;
    }

    /** A part that breaks is said so in the report; the others are measured all the same. */
    private static void measure(String part, Runnable measurement, Command command, Results results) {
        if (!command.wants(part)) {
            return;
        }
        OUT.accept("Measuring " + part);
        try {
            measurement.run();
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            results.broke(part, broken);
        }
    }

    /** The report as files. */
    private record Report(Command command, Instant began, double seconds, Results results) {

        void writeTo(Path directory) {
            try {
                Files.createDirectories(directory);
                Files.writeString(directory.resolve("RESULTS.md"), text());
                for (Map.Entry<String, String> plot : results.plots().entrySet()) {
                    Files.writeString(directory.resolve(plot.getKey()), plot.getValue());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String text() {
            return """
                    # Results

                    Written by `./deploy/load/run %s`, begun %s, %.0f s, on %d processors, JDK %s, %s. One machine for
                    all: services, database, broker, mail server and the load itself. Ratios of one run count; the
                    absolute figures show the order of magnitude.

                    """
                            .formatted(
                                    command.text(),
                                    began,
                                    seconds,
                                    Runtime.getRuntime().availableProcessors(),
                                    Runtime.version().feature(),
                                    System.getProperty("os.name"))
                    + results.bars()
                    + results.text();
        }
    }
}
