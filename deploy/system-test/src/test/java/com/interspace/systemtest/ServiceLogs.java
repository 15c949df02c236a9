package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the processes of a system have logged so far. */
record ServiceLogs(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every line of every process of a service, those that were killed among them. */
    List<String> lines() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-service.log"))
                    .flatMap(file -> text(file).lines())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of one service. */
    List<JsonNode> of(String service) {
        return text(folder.resolve(service + "-service.log"))
                .lines()
                .map(ServiceLogs::json)
                .toList();
    }

    private static String text(Path file) {
        try {
            // Up to the last whole line: somebody may be writing.
            String written = Files.readString(file);
            return written.substring(0, written.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails on a line that is not JSON. */
    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("This line of a log is no JSON: " + line, e);
        }
    }
}
