package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.launch.LocalSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operations does with Kafka, one line each, on the running system. */
@ExtendWith(TheSystem.class)
class OperationsTest {

    private static final String RUN =
            Path.of("..", "kafka", "run").toAbsolutePath().normalize().toString();

    private static LocalSystem system;

    @BeforeAll
    static void theSystemIsUp(LocalSystem running) {
        system = running;
    }

    @Test
    void the_broker_is_what_the_files_say_and_setting_it_up_again_changes_nothing() throws Exception {
        for (int time = 0; time < 2; time++) {
            assertThat(lastLine(run("setup"))).matches("\\d+ topics are in place, 0 of them new");
        }
    }

    @Test
    void a_reading_that_monitoring_reports_is_seen_by_who_watches() throws Exception {
        Process watch = run("watch", "--for=120", "interspace.monitoring.v1");
        try (BufferedReader seen = watch.inputReader(StandardCharsets.UTF_8)) {
            assertThat(seen.readLine()).startsWith("Watching");

            assertThat(lastLine(run("report", "IS-IPT-0002", "packet-loss", "7.5", "2.0")))
                    .startsWith("Reported to interspace.monitoring.v1");

            assertThat(seen.readLine())
                    .contains("com.interspace.monitoring.reading.v1", "IS-IPT-0002", "\"value\":7.5");
        } finally {
            watch.destroy();
        }
    }

    private static Process run(String... command) throws IOException {
        ProcessBuilder process =
                new ProcessBuilder(new ArrayList<>(List.of(RUN))).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.command().addAll(List.of(command));
        process.environment().put("KAFKA_BOOTSTRAP_SERVERS", system.kafkaBootstrapServers());
        process.environment().put("TOPIC_REPLICATION", "1");
        return process.start();
    }

    private static String lastLine(Process process) throws Exception {
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said.get(said.size() - 1);
    }
}
