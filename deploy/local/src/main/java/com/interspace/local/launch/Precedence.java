package com.interspace.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** What a session yielded before, which it does again once this is closed. */
    public static final class Place implements AutoCloseable {

        private final Path part;
        private final Optional<String> before;

        private Place(Path part) {
            this.part = part;
            this.before = steps(part);
        }

        private void take(int steps) {
            before.ifPresent(had -> write(part, String.valueOf(steps)));
        }

        @Override
        public void close() {
            before.ifPresent(had -> write(part, had));
        }
    }

    /**
     * Gives the session of this process another place, until that is closed or the process ends; only kill -9 leaves the session
     * (a terminal, mostly) there. Without a word it stays where it is, if it may not, if sessions have no parts here, or if this
     * one has none: the processes of a container or of a start script may still be in the first session of all, init's.
     *
     * @param whose a service's name without "-service", or "load"
     */
    public static Place takePlaceOf(String whose) {
        return takePlaceOf(whose, PART);
    }

    static Place takePlaceOf(String whose, Path part) {
        Place place = new Place(part);
        Runtime.getRuntime().addShutdownHook(new Thread(place::close, "place"));
        place.take(YIELDS.get(whose));
        return place;
    }

    /** Of "/autogroup-7 nice 0" the last word; of init's session, whose line is empty, none. */
    private static Optional<String> steps(Path part) {
        try {
            String[] said = Files.readString(part).strip().split(" nice ");
            return said.length == 2 ? Optional.of(said[1]) : Optional.empty();
        } catch (IOException sessionsHaveNoParts) {
            return Optional.empty();
        }
    }

    private static void write(Path part, String steps) {
        try {
            Files.writeString(part, steps, StandardOpenOption.WRITE);
        } catch (IOException itMayNot) {
            // It stays where it is.
        }
    }
}
