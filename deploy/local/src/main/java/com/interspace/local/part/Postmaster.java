package com.interspace.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL server of a data directory, found by the file that it keeps there while it runs. */
public final class Postmaster {

    private Postmaster() {}

    /** The server that runs on these data; nothing when none does, whoever has its number now. */
    public static Optional<ProcessHandle> on(Path data) {
        Path pidFile = pidFile(data);
        try (Stream<String> lines = Files.exists(pidFile) ? Files.lines(pidFile) : Stream.empty()) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.trim())))
                    .filter(process -> isServerOn(process.info(), data.toString()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The file that a running server keeps; a new server refuses to start while the number in it is alive. */
    public static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static boolean isServerOn(ProcessHandle.Info process, String data) {
        return process.command().orElse("").endsWith("postgres")
                && process.commandLine().orElse(data).contains(data);
    }
}
