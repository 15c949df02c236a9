package com.interspace.local.launch;

import com.interspace.local.part.Postmaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The processes that this launcher started, written down with the moment of their start: when the launcher itself was
 * killed, the next one recognises what it left behind and ends exactly that, and no other process that got the same
 * number since.
 */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Path file;
    private final Path postgresql;
    private final Map<String, String> running = new TreeMap<>();

    Children(DataDirectory data) {
        file = data.children();
        postgresql = data.postgresql();
    }

    synchronized void remember(String name, ProcessHandle child) {
        running.put(name, child.pid() + " " + startOf(child));
        try {
            Files.write(file, running.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier launcher on this data left behind: the services first, then their database. */
    void endOrphans(Consumer<String> say) {
        List<ProcessHandle> services = recorded().toList();
        services.forEach(orphan -> say.accept("Ending pid " + orphan.pid() + ", left behind by an earlier launcher"));
        end(services);
        List<ProcessHandle> database = Postmaster.on(postgresql).stream().toList();
        database.forEach(orphan ->
                say.accept("Ending PostgreSQL (pid " + orphan.pid() + "), left behind by an earlier launcher"));
        end(database);
        forgetPostmaster();
    }

    private void forgetPostmaster() {
        try {
            // PostgreSQL refuses to start while the number in this file belongs to anybody alive, even to a stranger.
            Files.deleteIfExists(Postmaster.pidFile(postgresql));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<ProcessHandle> recorded() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().flatMap(line -> alive(line).stream())
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> alive(String line) {
        String[] words = line.split(" ");
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> String.valueOf(startOf(process)).equals(words[1]));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!haveEnded(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            haveEnded(processes);
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
