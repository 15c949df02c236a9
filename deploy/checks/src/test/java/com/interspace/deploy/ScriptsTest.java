package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of operations, as far as they go without the programs and downloads that they call. */
class ScriptsTest {

    private record Answer(int exit, List<String> said) {}

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"backup/backup", "kafka/run", "local/up", "local/fetch-keycloak", "postgresql/create-all.sh"})
    void each_can_be_run_and_is_understood_by_the_shell(String script) throws Exception {
        assertThat(Deploy.DEPLOY.resolve(script)).isExecutable();
        assertThat(run(Map.of(), "bash", "-n", Deploy.DEPLOY.resolve(script).toString()))
                .isEqualTo(new Answer(0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup/backup", "kafka/run", "local/up"})
    void what_it_does_not_know_it_answers_with_its_usage(String script) throws Exception {
        Answer answer = run(Map.of(), Deploy.DEPLOY.resolve(script).toString(), "--unheard-of");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(String.join("\n", answer.said())).contains("./deploy/" + script);
    }

    /** {@code psql} is a stand-in of a superuser that says how it was called; the SQL itself starts every local database. */
    @Test
    void the_database_gets_a_schema_and_a_role_for_each_service_with_its_own_password() throws Exception {
        Path psql = Files.writeString(
                folder.resolve("psql"), "#!/bin/sh\ncase \"$*\" in *rolsuper*) echo t;; *) echo \"$@\";; esac\n");
        Files.setPosixFilePermissions(psql, PosixFilePermissions.fromString("rwxr-xr-x"));
        String sql = Deploy.DEPLOY.resolve("postgresql").toString();
        Map<String, String> environment = Map.of(
                "PATH", folder + ":" + System.getenv("PATH"),
                "INTERSPACE_SQL", sql,
                "INTERSPACE_SCHEMAS", "ticket rfo",
                "TICKET_DATABASE_PASSWORD", "one",
                "RFO_DATABASE_PASSWORD", "two");

        Answer created = run(environment, sql + "/create-all.sh");

        assertThat(created.exit()).as(created.said().toString()).isZero();
        assertThat(created.said()).hasSize(5);
        assertThat(created.said().get(1)).endsWith("--file " + sql + "/server.sql");
        assertThat(created.said().get(2)).endsWith("--file " + sql + "/database.sql");
        assertThat(created.said().get(3)).contains("--set service=ticket --set password=one");
        assertThat(created.said().get(4))
                .contains("--set service=rfo --set password=two")
                .endsWith("--file " + sql + "/service.sql");
    }

    private Answer run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().putAll(environment);
        Process running = process.start();
        List<String> said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new Answer(running.waitFor(), said);
    }
}
