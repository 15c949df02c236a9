package com.interspace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRefusalTest {

    @TempDir
    private Path directory;

    @Test
    void a_taken_port_is_named_with_its_owner_and_the_way_out() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.of(Port.RFO), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> ports.requireFree(EnumSet.of(Port.TICKET, Port.RFO)))
                    .isInstanceOf(PlainSentence.class)
                    .hasMessageContaining("Port " + ports.of(Port.RFO) + " (rfo-service) is taken")
                    .hasMessageContaining("INTERSPACE_PORT_OFFSET");
        }
        ports.requireFree(EnumSet.allOf(Port.class));
    }

    @Test
    void the_offset_moves_every_port_by_the_same_number() {
        assertThat(Ports.movedBy("100").of(Port.ORIGIN)).isEqualTo(8180);
        assertThat(Ports.movedBy("100").of(Port.POSTGRESQL)).isEqualTo(5533);
        assertThat(Ports.movedBy("").of(Port.KAFKA)).isEqualTo(9092);
        assertThat(Ports.movedBy(null).of(Port.SMTP)).isEqualTo(1025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1.5", "60000", "-8090"})
    void an_impossible_offset_is_refused(String offset) {
        assertThatThrownBy(() -> Ports.movedBy(offset))
                .isInstanceOf(PlainSentence.class)
                .hasMessageContaining("INTERSPACE_PORT_OFFSET")
                .hasMessageContaining(offset);
    }

    @Test
    void a_second_launcher_on_the_same_data_is_told_the_pid_of_the_first() {
        try (DataDirectory first = DataDirectory.claim(directory)) {
            assertThat(first.logs()).exists();
            assertThatThrownBy(() -> DataDirectory.claim(directory))
                    .isInstanceOf(PlainSentence.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid() + ") runs on " + directory);
        }
        DataDirectory.claim(directory).close();
    }

    @Test
    void fresh_drops_our_data_and_nothing_else() throws Exception {
        Files.createDirectories(directory.resolve("postgresql/base"));
        Files.writeString(directory.resolve("signing-key.json"), "{}");
        Files.writeString(directory.resolve("letter-to-my-aunt.txt"), "Dear aunt");
        try (DataDirectory data = DataDirectory.claim(directory)) {
            data.dropAll();
        }

        assertThat(directory.resolve("postgresql")).doesNotExist();
        assertThat(directory.resolve("signing-key.json")).doesNotExist();
        assertThat(directory.resolve("letter-to-my-aunt.txt")).exists();
    }

    @Test
    void data_of_another_postgresql_is_refused() throws Exception {
        Files.writeString(directory.resolve("PG_VERSION"), "9\n");

        assertThatThrownBy(() -> PostgresVersion.requireReadable(directory))
                .isInstanceOf(PlainSentence.class)
                .hasMessageContaining("written by PostgreSQL 9")
                .hasMessageContaining("--fresh");
        Files.writeString(directory.resolve("PG_VERSION"), "18\n");
        PostgresVersion.requireReadable(directory);
    }

    @Test
    void a_service_that_is_not_packaged_is_named() {
        Options options = new Options(directory, directory, Ports.free(), null, true, true, false, false, Map.of());

        assertThatThrownBy(() -> LocalSystem.start(options))
                .isInstanceOf(PlainSentence.class)
                .hasMessageContaining("ticket-service is not built")
                .hasMessageContaining("quarkus-run.jar is missing");
    }

    @ParameterizedTest
    @CsvSource({"--frehs", "-x", "demo"})
    void an_unknown_option_is_refused(String option) {
        assertThatThrownBy(() -> CommandLine.parse(List.of("--fresh", option)))
                .isInstanceOf(PlainSentence.class)
                .hasMessageContaining(option);
    }

    @Test
    void what_a_killed_launcher_left_behind_is_ended_and_a_stranger_is_not() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        List<String> said = new ArrayList<>();
        try (DataDirectory data = DataDirectory.claim(directory)) {
            new Children(data).remember("ticket-service", orphan.toHandle());
            Files.writeString(data.children(), Files.readString(data.children()) + stranger.pid() + " 12345\n");

            new Children(data).endOrphans(said::add);

            // A process of this JVM is dead for its handle a moment before it is dead for itself.
            assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(said).singleElement().asString().contains("pid " + orphan.pid());
        } finally {
            orphan.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void the_file_of_a_dead_postgresql_does_not_stop_the_next_one() throws Exception {
        try (DataDirectory data = DataDirectory.claim(directory)) {
            Files.createDirectories(data.postgresql());
            Path pidFile = data.postgresql().resolve("postmaster.pid");
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + data.postgresql() + "\n");

            new Children(data).endOrphans(line -> {});

            assertThat(pidFile).doesNotExist();
        }
    }
}
