package com.interspace.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Turns the parts' own logs down to warnings, or to errors where a start always warns. */
public final class QuietLog {

    private static final List<String> WARNINGS =
            List.of("org.apache.kafka", "com.icegreen", "io.zonky", "io.netty", "io.vertx", "org.eclipse.angus");
    private static final List<String> ERRORS =
            List.of("kafka", "state.change.logger", "org.apache.kafka.clients", "org.apache.kafka.controller");

    /** Loggers are weakly held: a level set on one that nobody keeps is lost with it. */
    private static final List<Logger> KEPT = Stream.concat(WARNINGS.stream(), ERRORS.stream())
            .map(Logger::getLogger)
            .toList();

    private QuietLog() {}

    /** Sends what is left to a file of its own instead of the terminal. */
    public static void toFile(Path file) {
        apply();
        try {
            FileHandler handler = new FileHandler(file.toString());
            handler.setFormatter(new SimpleFormatter());
            Logger root = Logger.getLogger("");
            Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
            root.setLevel(Level.WARNING);
            root.addHandler(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns the levels down; where the log goes stays as it is. */
    public static void apply() {
        // The parts start side by side, and slf4j wants to be awake before two threads use it for the first time.
        LoggerFactory.getILoggerFactory();
        KEPT.forEach(logger -> logger.setLevel(ERRORS.contains(logger.getName()) ? Level.SEVERE : Level.WARNING));
    }
}
