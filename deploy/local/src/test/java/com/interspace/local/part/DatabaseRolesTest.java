package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.local.fixture.LocalParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseRolesTest {

    private static final String NOT_PERMITTED = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    static List<String> services() {
        return Database.SERVICES;
    }

    @BeforeAll
    static void everyServiceHasATable() throws SQLException {
        for (String service : Database.SERVICES) {
            run(service, "CREATE TABLE IF NOT EXISTS desk (word text)");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_role_finds_its_own_tables_without_a_prefix(String service) throws SQLException {
        run(service, "INSERT INTO desk VALUES ('mine')");

        assertThat(answer(service, "SELECT word FROM " + service + ".desk LIMIT 1"))
                .isEqualTo("mine");
        assertThat(answer(service, "SELECT current_schema()")).isEqualTo(service);
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_role_can_neither_read_nor_write_the_schema_of_another_service(String service) {
        for (String other : Database.SERVICES) {
            if (!other.equals(service)) {
                assertRefused(service, "SELECT * FROM " + other + ".desk");
                assertRefused(service, "INSERT INTO " + other + ".desk VALUES ('theirs')");
                assertRefused(service, "CREATE TABLE " + other + ".intruder (word text)");
                assertRefused(service, "SET ROLE " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_role_can_create_nothing_in_public_and_no_schema_of_its_own(String service) {
        assertRefused(service, "CREATE TABLE public.intruder (word text)");
        assertRefused(service, "CREATE SCHEMA intruder");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_role_has_a_password_and_a_limit_for_idle_transactions(String service) throws SQLException {
        assertThatThrownBy(() -> DriverManager.getConnection(LocalParts.jdbcUrl(), service, "guessed"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(WRONG_PASSWORD));
        assertThat(answer(service, "SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    /** As on managed servers; the files are those that every deployment runs. */
    @Test
    void an_administrator_who_is_no_superuser_can_set_everything_up() throws Exception {
        try (Connection superuser = DriverManager.getConnection(LocalParts.jdbcUrl() + "?user=postgres");
                Statement sql = superuser.createStatement()) {
            sql.execute("CREATE ROLE provider LOGIN NOSUPERUSER CREATEDB CREATEROLE PASSWORD 'provider'");
            sql.execute("GRANT CONNECT ON DATABASE interspace TO provider");
        }
        try (Connection provider = connection("provider");
                Statement sql = provider.createStatement()) {
            sql.execute("CREATE DATABASE managed");
        }
        String managed = LocalParts.jdbcUrl().replace("/interspace", "/managed");
        try (Connection provider = DriverManager.getConnection(managed, "provider", "provider");
                Statement sql = provider.createStatement()) {
            for (String file : List.of("database.sql", "service.sql")) {
                sql.execute(Files.readString(Path.of("..", "postgresql", file))
                        .replace("interspace", "managed")
                        .replace(":\"service\"", "guest")
                        .replace(":'password'", "'guest'"));
            }
        }

        try (Connection guest = DriverManager.getConnection(managed, "guest", "guest");
                Statement sql = guest.createStatement()) {
            sql.execute("CREATE TABLE desk (word text)");
        }
        assertRefused("provider", "SET ROLE guest");
    }

    private static void assertRefused(String service, String statement) {
        assertThatThrownBy(() -> run(service, statement))
                .as(service + ": " + statement)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_PERMITTED));
    }

    private static void run(String service, String statement) throws SQLException {
        try (Connection connection = connection(service);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String answer(String service, String query) throws SQLException {
        try (Connection connection = connection(service);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connection(String service) throws SQLException {
        return DriverManager.getConnection(LocalParts.jdbcUrl(), service, service);
    }
}
