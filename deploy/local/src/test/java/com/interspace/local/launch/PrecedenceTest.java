package com.interspace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

    private static final Path SHARE = Path.of("/proc/self/autogroup");

    @Test
    void what_is_started_is_the_program_itself() throws Exception {
        Process shell = start("rfo", "echo $$");

        assertThat(said(shell)).isEqualTo(String.valueOf(shell.pid()));
    }

    @Test
    void a_service_yields_in_its_own_share_of_the_processors_where_sessions_have_shares() throws Exception {
        assumeTrue(Files.isWritable(SHARE), "Sessions have no shares here.");

        String ours = Files.readString(SHARE).strip();
        String ticket = said(start("ticket", "cat " + SHARE));
        String rfo = said(start("rfo", "cat " + SHARE));

        assertThat(List.of(share(ours), share(ticket), share(rfo))).doesNotHaveDuplicates();
        assertThat(ticket).endsWith(mayGoFirst() ? "nice -10" : "nice 0");
        assertThat(rfo).endsWith("nice 19");
    }

    @Test
    void who_measures_goes_first_and_then_takes_its_old_place_again() throws Exception {
        List<String> places = placesOf(Measuring.class);

        assertThat(places.get(1)).endsWith(mayGoFirst() ? "nice -10" : "nice 10");
        assertThat(places).hasSize(4);
        assertThat(places.get(2)).endsWith("nice 10").isEqualTo(places.get(0)).isEqualTo(places.get(3));
    }

    @Test
    void who_is_ended_in_the_middle_leaves_its_session_where_it_was() throws Exception {
        List<String> places = placesOf(EndedInTheMiddle.class);

        assertThat(places.get(1)).endsWith(mayGoFirst() ? "nice -10" : "nice 10");
        assertThat(places).hasSize(3);
        assertThat(places.get(2)).endsWith("nice 10").isEqualTo(places.get(0));
    }

    /** The kernel says nothing about the session of init, in which a container's first processes are. */
    @Test
    void who_measures_in_the_session_of_init_stays_where_it_is(@TempDir Path proc) throws Exception {
        Path nothing = Files.createFile(proc.resolve("autogroup"));

        try (Precedence.Place place = Precedence.takePlaceOf("load", nothing)) {
            assertThat(nothing).isEmptyFile();
        }

        assertThat(nothing).isEmptyFile();
    }

    static final class Measuring {

        public static void main(String[] arguments) throws IOException {
            try (Precedence.Place first = Precedence.takePlaceOf("load")) {
                System.out.print(Files.readString(SHARE));
            }
            System.out.print(Files.readString(SHARE));
        }
    }

    static final class EndedInTheMiddle {

        public static void main(String[] arguments) throws IOException {
            Precedence.takePlaceOf("load");
            System.out.print(Files.readString(SHARE));
            System.exit(1);
        }
    }

    /** Where a session was before a program, what the program says of it, and where it is afterwards. */
    private static List<String> placesOf(Class<?> program) throws IOException {
        assumeTrue(Files.isWritable(SHARE), "Sessions have no shares here.");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        String script = "cat " + SHARE + "; \"$0\" -cp \"$1\" \"$2\"; cat " + SHARE;
        return said(start("escalation", script, java, classes, program.getName()))
                .lines()
                .toList();
    }

    private static boolean mayGoFirst() throws IOException {
        Process asked = new ProcessBuilder("sh", "-c", "[ $(nice -n -10 nice) -lt $(nice) ] && echo yes").start();
        return said(asked).equals("yes");
    }

    private static Process start(String service, String script, String... arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of("sh", "-c", script));
        program.addAll(List.of(arguments));
        return new ProcessBuilder(Precedence.command(service, program)).start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String share(String autogroup) {
        return autogroup.split(" ")[0];
    }
}
