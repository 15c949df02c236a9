package com.interspace.local.part;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL with one database, {@code interspace}, and in it one schema and one role per service, both of the
 * service's name. A role may log in, owns its schema, finds its tables there without a prefix, and sees nothing else:
 * neither {@code public} nor the schema of another service. Its local password is its name.
 */
public final class Database implements AutoCloseable {

    /** The services that have a schema. */
    public static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");

    private static final String NAME = "interspace";
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z][a-z_]{0,30}");

    /** The administrator comes in from this machine without a password, everybody else has to show one. */
    private static final String WHO_MAY_CONNECT =
            """
            local all postgres              trust
            host  all postgres 127.0.0.1/32 trust
            host  all postgres ::1/128      trust
            host  all all      127.0.0.1/32 scram-sha-256
            host  all all      ::1/128      scram-sha-256
            """;

    private static final Map<String, String> FAST_AND_FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "64MB");
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "shared_buffers", "128MB");

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
        createDatabase();
        SERVICES.forEach(this::createSchema);
    }

    /** Fast, on a free port, and forgetful: for tests. */
    public static Database forTests(Path directory) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD);
        return start(builder, FAST_AND_FORGETFUL);
    }

    /** Durable: what was committed to this directory is there after a restart, also after a power cut. */
    public static Database durable(Path directory, int port, Path logs) {
        Redirect log = Redirect.appendTo(logs.resolve("postgresql.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        return start(builder, DURABLE);
    }

    private static Database start(EmbeddedPostgres.Builder builder, Map<String, String> settings) {
        settings.forEach(builder::setServerConfig);
        builder.setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                // Independent of the machine's language settings, which initdb would refuse when they are not
                // installed.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setDataDirectoryCustomizer(Database::writeWhoMayConnect);
        try {
            return new Database(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private static void writeWhoMayConnect(File directory) {
        try {
            Files.writeString(directory.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the database, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(server.getPort());
    }

    /** The same at another port that leads to the database. */
    public static String jdbcUrl(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    /** Creates role and schema of a service unless they exist. */
    public void createSchema(String service) {
        if (!SERVICE_NAME.matcher(service).matches()) {
            throw new IllegalArgumentException("Not a name of a service: " + service);
        }
        try (Connection admin = server.getDatabase("postgres", NAME).getConnection();
                Statement sql = admin.createStatement()) {
            boolean known = exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + service + "'");
            for (String statement : statements("service.sql")) {
                if (!known || !statement.contains("CREATE ROLE")) {
                    sql.execute(statement
                            .replace(":\"service\"", '"' + service + '"')
                            .replace(":'password'", "'" + service + "'"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schema of " + service + " could not be created: " + e.getMessage(), e);
        }
    }

    private void createDatabase() {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement sql = admin.createStatement()) {
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                sql.execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be created: " + e.getMessage(), e);
        }
        try (Connection admin = server.getDatabase("postgres", NAME).getConnection();
                Statement sql = admin.createStatement()) {
            for (String file : List.of("server.sql", "database.sql")) {
                for (String statement : statements(file)) {
                    sql.execute(statement);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be closed to strangers: " + e.getMessage(), e);
        }
    }

    /** The statements of a file of {@code deploy/postgresql}, which every other deployment runs, too. */
    private static List<String> statements(String file) {
        try (InputStream sql = Database.class.getResourceAsStream("/com/interspace/local/" + file)) {
            return List.of(new String(sql.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Stops the server; commits made before are kept by a durable one. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly: " + e.getMessage(), e);
        }
    }
}
