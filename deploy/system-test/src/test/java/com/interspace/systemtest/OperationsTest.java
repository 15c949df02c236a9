package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.launch.LocalSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
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

    @Test
    void the_events_of_all_contracts_are_printed_as_a_page() throws Exception {
        Process events = run("events");

        assertThat(events.inputReader(StandardCharsets.UTF_8).lines())
                .contains(
                        "# The events of the house", "## interspace.ticket.v1", "### com.interspace.rfo.published.v1");
        assertThat(events.waitFor()).isZero();
    }

    @Test
    void a_group_that_is_down_reads_everything_again_after_it_was_rewound() throws Exception {
        Properties reader = new Properties();
        reader.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, system.kafkaBootstrapServers());
        reader.put(ConsumerConfig.GROUP_ID_CONFIG, "practice");
        reader.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reader.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        int read = 0;
        try (KafkaConsumer<String, String> group =
                new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer())) {
            group.subscribe(List.of("interspace.service.v1"));
            while (read == 0) {
                read = group.poll(Duration.ofSeconds(1)).count();
            }
            group.commitSync();
        }

        assertThat(lastLine(run("rewind", "practice", "beginning")))
                .startsWith("practice reads " + read + " events again");
    }

    @Test
    void a_dump_is_taken_while_everything_runs_and_never_restored_over_what_is_there() throws Exception {
        Path dump = Path.of("target", "operations-dump").toAbsolutePath();

        assertThat(backup("dump", dump).exit()).isZero();
        Answer refused = backup("restore", dump);

        assertThat(dump.resolve("rfo/manifest.json")).isRegularFile();
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.said()).contains("The schema ticket is not empty. Nothing was changed");
    }

    private record Answer(int exit, String said) {}

    private static Answer backup(String command, Path dump) throws Exception {
        String backup =
                Path.of("..", "backup", "backup").toAbsolutePath().normalize().toString();
        ProcessBuilder process =
                new ProcessBuilder(backup, "--local", command, dump.toString()).redirectErrorStream(true);
        process.environment().put("INTERSPACE_JDBC_URL", system.jdbcUrl());
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(running.waitFor(), said);
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
