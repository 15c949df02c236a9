package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.local.launch.Ports;
import com.interspace.local.part.Database;
import com.interspace.local.part.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The runbook's back-up and restore as it stands there: dump while the system works, drop everything, restore, go on. */
@EnabledIfSystemProperty(named = "tests.full", matches = "true")
class BackupTest {

    private static final Path DUMP = Path.of("target", "backup-dump").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void after_dump_drop_and_restore_the_ticket_goes_on() throws Exception {
        Options options = Options.forTest("backup-system");
        String ticket;
        JsonNode before;
        int mails;
        try (LocalSystem system = LocalSystem.start(options)) {
            ticket = open(system, "before the dump");
            await().atMost(PATIENCE).until(() -> mailsAbout(system, ticket) == 1);
            mails = mailsAbout(system, ticket);
            before = system.caller("anna@acme.example")
                    .get("/v1/tickets/" + ticket)
                    .json();
            backup("dump", system.jdbcUrl());
        }

        try (Database database = Database.durable(
                options.data().resolve("postgresql"),
                FreePorts.any(),
                options.data().resolve("logs"))) {
            dropEverything(database);
            backup("restore", database.jdbcUrl());
        }

        assertThat(mails).isEqualTo(1);
        try (LocalSystem system = LocalSystem.start(goOn(options))) {
            Caller agent = system.caller("agent");
            assertThat(system.caller("anna@acme.example")
                            .get("/v1/tickets/" + ticket)
                            .json())
                    .isEqualTo(before);
            assertThat(agent.get("/v1/tickets/" + ticket + "/history/verification")
                            .json()
                            .path("valid")
                            .asBoolean())
                    .isTrue();
            assertThat(agent.post(
                                    "/v1/tickets/" + ticket + "/transitions",
                                    Map.of("to", "resolved", "resolution", "Fibre spliced"))
                            .status())
                    .isEqualTo(200);
            // The mailboxes were emptied by the restart: only what is new arrives, and nothing twice.
            await().atMost(PATIENCE).until(() -> mailsAbout(system, ticket) == 1);
            assertThat(open(system, "after the restore")).isGreaterThan(ticket);
            assertThat(system.caller("anna@acme.example")
                            .get("/v1/services")
                            .json()
                            .path("items"))
                    .isNotEmpty();
        }
    }

    private static String open(LocalSystem system, String summary) {
        return system.caller("anna@acme.example")
                .post(
                        "/v1/tickets",
                        Map.of(
                                "serviceId", "IS-IPT-0002",
                                "problemStart", "2026-03-01T08:15:00Z",
                                "summary", summary,
                                "impact", "degradation"),
                        summary)
                .json()
                .path("id")
                .asText();
    }

    private static int mailsAbout(LocalSystem system, String ticket) {
        return (int) system.mail().stream()
                .filter(mail -> mail.subject().contains(ticket) && mail.to().equals("anna@acme.example"))
                .count();
    }

    /** The same data on other ports, not dropped first. */
    private static Options goOn(Options options) {
        return new Options(options.root(), options.data(), Ports.free(), null, false, true, false, false, Map.of());
    }

    private static void dropEverything(Database database) throws Exception {
        String administrator = database.jdbcUrl() + "?user=postgres";
        try (Connection connection = DriverManager.getConnection(administrator);
                Statement sql = connection.createStatement()) {
            for (String service : Database.SERVICES) {
                sql.execute("DROP SCHEMA " + service + " CASCADE");
                sql.execute("CREATE SCHEMA " + service + " AUTHORIZATION " + service);
            }
        }
    }

    private static void backup(String command, String jdbcUrl) throws Exception {
        String script =
                Path.of("..", "backup", "backup").toAbsolutePath().normalize().toString();
        ProcessBuilder process = new ProcessBuilder(List.of(script, "--local", command, DUMP.toString())).inheritIO();
        process.environment().put("INTERSPACE_JDBC_URL", jdbcUrl);
        assertThat(process.start().waitFor()).as(command).isZero();
        assertThat(Files.exists(DUMP.resolve("ticket/manifest.json"))).isTrue();
    }
}
