package com.interspace.local.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.interspace.local.part.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One of the four services as it was packaged, run as a process of its own. */
public final class PackagedService implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Small and quick to start, because four of them share the machine with everything else. */
    private static final List<String> SIZE = List.of(
            "-Xmx192m",
            "-XX:NewRatio=4",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:TieredStopAtLevel=1");

    /** As everywhere; they stand in the parent's pom.xml, with the reasons. */
    private static final List<String> JVM = List.of(Json.data("jvm.json", new TypeReference<Map<String, String>>() {})
            .get("options")
            .split(","));

    private final String name;
    private final URI address;
    private final SupervisedProcess process;

    /** @param called the name of this process, which also names its log */
    PackagedService(
            String name,
            String called,
            int port,
            Path root,
            Path logs,
            Map<String, String> environment,
            SupervisedProcess.Ears ears) {
        this.name = name;
        address = URI.create("http://127.0.0.1:" + port);
        Path log = logs.resolve(called + ".log");
        putAway(log, logs.resolve(called + ".previous.log"));
        ProcessBuilder command = new ProcessBuilder(command(name, root.resolve(name + "-service")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().put("MALLOC_ARENA_MAX", "2");
        command.environment().putAll(environment);
        process = new SupervisedProcess(called, command, log.toString(), FIRST_PAUSE, ears);
    }

    /** Refuses with a sentence when a service was not packaged. */
    static void requirePackaged(Path root, Collection<String> names) {
        for (String name : names) {
            Path jar = jar(root.resolve(name + "-service"));
            if (!Files.exists(jar)) {
                throw new PlainSentence(name + "-service is not built: " + jar
                        + " is missing. Build it with ./mvnw -DskipTests package");
            }
        }
    }

    /** Where this process listens. */
    public String address() {
        return address.toString();
    }

    /** The number of its process now; after a death it is another one. */
    public long pid() {
        return process.pid();
    }

    void start() {
        process.start();
    }

    /** Ends it at once (SIGKILL); the supervision starts it again. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end (SIGTERM) and returns its exit code when it has; the supervision starts it again. */
    public int restart() {
        return process.restart();
    }

    /** Whether it says that it is ready to serve. */
    public boolean isReady() {
        if (!process.isAlive()) {
            return false;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " was starting.", e);
        }
    }

    /** Returns when the service says that it is ready; {@code giveUp} is asked in between and may throw. */
    void awaitReady(Runnable giveUp) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            giveUp.run();
            if (System.nanoTime() > deadline) {
                throw new PlainSentence(
                        name + "-service was not ready within " + READY_WITHIN.toSeconds() + " s. Its log tells why.");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> command(String name, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(SIZE);
        command.add("-jar");
        command.add(jar(folder).toString());
        return Precedence.command(name, command);
    }

    private static Path jar(Path folder) {
        return folder.resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static void putAway(Path log, Path previous) {
        try {
            if (Files.exists(log)) {
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
