package com.interspace.systemtest;

import com.interspace.local.part.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service in the profile of production, with the settings that a test gives it and no others. */
final class ProductionProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar");

    private final URI started;
    private final Path log;
    private final Process process;

    ProductionProcess(String service, String called, Map<String, String> settings) {
        int port = FreePorts.any();
        started = URI.create("http://127.0.0.1:" + port + "/q/health/started");
        log = Path.of("target", called + "-" + service + ".log").toAbsolutePath();
        List<String> words = new ArrayList<>(JAVA);
        words.add(Path.of("..", "..", service + "-service", "target/quarkus-app/quarkus-run.jar")
                .toString());
        ProcessBuilder command =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        command.environment().put("QUARKUS_PROFILE", "prod");
        command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        command.environment().putAll(settings);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isStarted() {
        if (!process.isAlive()) {
            throw new AssertionError("It ended with " + process.exitValue() + ": " + said());
        }
        try {
            return HTTP.send(HttpRequest.newBuilder(started).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The exit code, once it has ended by itself; it has a minute. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("It has not ended: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
