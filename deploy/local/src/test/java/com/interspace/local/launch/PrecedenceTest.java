package com.interspace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static boolean mayGoFirst() throws IOException {
        Process asked = new ProcessBuilder("sh", "-c", "[ $(nice -n -10 nice) -lt $(nice) ] && echo yes").start();
        return said(asked).equals("yes");
    }

    private static Process start(String service, String script) throws IOException {
        return new ProcessBuilder(Precedence.command(service, List.of("sh", "-c", script))).start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String share(String autogroup) {
        return autogroup.split(" ")[0];
    }
}
