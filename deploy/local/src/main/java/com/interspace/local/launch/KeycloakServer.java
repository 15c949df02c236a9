package com.interspace.local.launch;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real Keycloak as a process of its own, with the realm of {@code deploy/keycloak} imported at its first start and kept
 * in PostgreSQL. The secrets of the demo are equal to the names, which only a local system may do.
 */
final class KeycloakServer implements AutoCloseable {

    /** The role and schema of its own in the database. */
    static final String SCHEMA = "keycloak";

    private static final Duration READY_WITHIN = Duration.ofSeconds(240);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** As Keycloak's own start script has it, smaller. */
    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=en",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private final URI realm;
    private final SupervisedProcess process;

    /** Where it listens, under which address the world sees it, and where its data are. */
    record Place(int port, String publicAddress, String jdbcUrl) {}

    KeycloakServer(Path root, Path logs, Place place, SupervisedProcess.Ears ears) {
        realm = URI.create("http://127.0.0.1:" + place.port() + "/realms/interspace/.well-known/openid-configuration");
        Path home = requireDownloaded(root);
        layOutRealm(root.resolve("deploy/keycloak"), home.resolve("data/import"));
        Path log = logs.resolve("keycloak.log");
        ProcessBuilder command = new ProcessBuilder(command(home, place))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        command.environment().putAll(environment(place));
        process = new SupervisedProcess("keycloak", command, log.toString(), Duration.ofSeconds(2), ears);
    }

    /** The home of the downloaded Keycloak, or a sentence how to get it. */
    static Path requireDownloaded(Path root) {
        Path unpacked = root.resolve("deploy/local/target/keycloak");
        try (Stream<Path> homes = Files.exists(unpacked) ? Files.list(unpacked) : Stream.empty()) {
            return homes.filter(home -> Files.exists(home.resolve("prepared")))
                    .findFirst()
                    .orElseThrow(() -> new PlainSentence("Keycloak is not there: " + unpacked
                            + " is missing or not prepared. ./deploy/local/fetch-keycloak gets it."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        process.start();
    }

    /** Returns when the realm answers; {@code giveUp} is asked in between and may throw. */
    void awaitReady(Runnable giveUp) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            giveUp.run();
            if (System.nanoTime() > deadline) {
                throw new PlainSentence(
                        "Keycloak was not ready within " + READY_WITHIN.toSeconds() + " s. Its log tells why.");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(realm).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak was starting.", e);
        }
    }

    private static void layOutRealm(Path source, Path target) {
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(target);
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The realm could not be laid out for Keycloak.", e);
        }
    }

    private static List<String> command(Path home, Place place) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of("start", "--optimized", "--import-realm", "--http-enabled=true", "--cache=local"));
        command.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + place.port()));
        command.add("--hostname=" + place.publicAddress());
        return command;
    }

    private static Map<String, String> environment(Place place) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_URL", place.jdbcUrl());
        environment.put("KC_DB_USERNAME", SCHEMA);
        environment.put("KC_DB_PASSWORD", SCHEMA);
        environment.put("KC_DB_SCHEMA", SCHEMA);
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        environment.put("INTERSPACE_PUBLIC_URL", place.publicAddress());
        environment.put("PANEL_PASSWORD_GRANT", "true");
        environment.put("PARTNER_ACME_CLIENT_SECRET", "partner-acme");
        environment.put("OPS_CLIENT_SECRET", "ops");
        environment.put("PROVISIONING_CLIENT_SECRET", "provisioning");
        environment.put("NOTIFICATION_SERVICE_CLIENT_SECRET", "notification-service");
        return environment;
    }
}
