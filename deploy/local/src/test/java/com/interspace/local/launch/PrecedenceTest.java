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
        assumeTrue(Files.isWritable(SHARE), "Sessions have no shares here.");
        String before = Files.readString(SHARE);

        try (Precedence.Place place = Precedence.takePlaceOf("load")) {
            assertThat(before.strip()).endsWith("nice " + place.steps());
            assertThat(Files.readString(SHARE).strip()).endsWith("nice " + (mayGoFirst() ? "-10" : place.steps()));
        }

        assertThat(Files.readString(SHARE)).isEqualTo(before);
    }

    @Test
    void who_is_ended_in_the_middle_leaves_its_session_where_it_was() throws Exception {
        assumeTrue(Files.isWritable(SHARE), "Sessions have no shares here.");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        String script = "cat " + SHARE + "; \"$0\" -cp \"$1\" \"$2\"; cat " + SHARE;

        List<String> said = said(start("escalation", script, java, classes, EndedInTheMiddle.class.getName()))
                .lines()
                .toList();

        assertThat(said.get(1)).endsWith(mayGoFirst() ? "nice -10" : "nice 10");
        assertThat(said).last().isEqualTo(said.get(0));
    }

    /** A program of its own, which ends without giving back what it took. */
    static final class EndedInTheMiddle {

        public static void main(String[] arguments) throws IOException {
            Precedence.takePlaceOf("load");
            System.out.print(Files.readString(SHARE));
            System.exit(1);
        }
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
