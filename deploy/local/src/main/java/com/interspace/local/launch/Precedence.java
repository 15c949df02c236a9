package com.interspace.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who lets whom go first when processors are short. */
public final class Precedence {

    /**
     * In steps of nice(1): people and partners wait for an answer of the ticket service, the levels of a matrix have
     * their minute, a mail follows, and an RFO has days. Each connection to the database is a process with a part of its own
     * beside the ticket service's one: whoever may go before others (root mostly) gives it the part of some nine of them. A load
     * that measures answers does not wait for those whom it measures.
     */
    private static final Map<String, Integer> YIELDS =
            Map.of("load", -10, "ticket", -10, "escalation", 10, "notification", 17, "rfo", 19);

    /**
     * Takes the steps and the program. The terminal sends Ctrl-C to every process it started. The launcher alone answers
     * it, and ends the others in order; an ignored signal stays ignored in the program that takes the shell's place.
     *
     * <p>Linux may divide the processors between sessions, and look at nice(1) only within one (sched(7), "autogroup").
     * Every process of PostgreSQL has a session of its own, so every service gets one, too, and yields with it. Whoever is
     * not root may say so ten times a second only, all of them together, and tries again.
     */
    private static final String TAKES_ITS_PLACE =
            """
            trap '' INT HUP
            steps=$1
            shift
            [ "$(nice -n "$steps" nice 2>/dev/null)" = "$(($(nice) + steps))" ] || [ "$steps" -gt 0 ] || steps=0
            [ -w /proc/self/autogroup ] && command -v setsid >/dev/null && exec setsid sh -c '
                for attempt in 1 2 3 4 5 6 7 8 9; do
                    echo "$0" 2>/dev/null >/proc/self/autogroup && break
                    sleep 0.1
                done
                exec nice -n "$0" "$@"' "$steps" "$@"
            exec nice -n "$steps" "$@"
            """;

    /** What the session of this process has of the processors, where Linux divides them between sessions. */
    private static final Path PART = Path.of("/proc/self/autogroup");

    private Precedence() {}

    /**
     * The command that runs a program in the place that it has; its process is the program, which ignores Ctrl-C and has to be
     * ended by whoever started it.
     *
     * @param whose a service's name without "-service", or "load"
     */
    public static List<String> command(String whose, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh", "-c", TAKES_ITS_PLACE, "sh", YIELDS.get(whose).toString()));
        command.addAll(program);
        return command;
    }

    /** What the session of this process yielded before. */
    public record Place(String steps) implements AutoCloseable {

        @Override
        public void close() {
            take(steps);
        }
    }

    /**
     * Gives the session of this process another place, until that is closed or the process ends; only kill -9 leaves the session
     * (a terminal, mostly) there. Without a word it stays where it is, if sessions have no parts here or it may not.
     *
     * @param whose a service's name without "-service", or "load"
     */
    public static Place takePlaceOf(String whose) {
        Place before = new Place(steps());
        Runtime.getRuntime().addShutdownHook(new Thread(before::close, "place"));
        take(YIELDS.get(whose).toString());
        return before;
    }

    private static String steps() {
        try {
            String said = Files.readString(PART).strip();
            return said.substring(said.lastIndexOf(' ') + 1);
        } catch (IOException sessionsHaveNoParts) {
            return "0";
        }
    }

    private static void take(String steps) {
        try {
            Files.writeString(PART, steps, StandardOpenOption.WRITE);
        } catch (IOException sessionsHaveNoPartsOrItMayNot) {
            // It stays where it is.
        }
    }
}
