package com.interspace.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.part.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history is written into the tables as the services' own migrations make them. */
class HistoryTest {

    private static final Path ROOT = Path.of("..", "..");

    @TempDir
    static Path directory;

    private static Database database;
    private static SqlAccess sql;

    @BeforeAll
    static void theTablesOfTheServices() throws Exception {
        database = Database.forTests(directory.resolve("postgresql"));
        sql = () -> DriverManager.getConnection(database.jdbcUrl() + "?user=postgres");
        for (String service : List.of("ticket", "escalation", "rfo")) {
            migrate(service, ROOT.resolve("service-chassis/src/main/resources/db/chassis"));
            migrate(service, ROOT.resolve(service + "-service/src/main/resources/db/migration"));
        }
        execute("insert into escalation.matrix (template, version, effective_from, levels, created_at)"
                + " values ('default', 1, now(), '[]', now())");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void a_filled_database_agrees_with_itself_and_keeps_its_indexes() {
        long indexes = sql.count("select count(*) from pg_indexes where schemaname in ('ticket', 'escalation', 'rfo')");
        History history = new History(sql);

        history.growTo(200);
        history.growTo(4_000);

        assertThat(sql.count("select count(*) from ticket.ticket")).isEqualTo(4_000);
        assertThat(history.armed()).isEqualTo(4_000);
        assertThat(sql.count("select count(*) from rfo.incident where counted"))
                .isEqualTo(sql.count("select sum(total) from (select max(total) as total from rfo.fault_day"
                        + " where subject_kind = 'service' group by subject) as totals"));
        assertThat(sql.count(
                        "select count(*) from ticket.ticket where resolved_at < created_at or resolved_at > now()"))
                .isZero();
        assertThat(sql.count("select count(distinct status) from ticket.ticket"))
                .isEqualTo(8);
        assertThat(sql.count("select count(*) from escalation.timer where due_at < now()"))
                .isZero();
        assertThat(sql.count("select count(*) from ticket.ticket where id = 'IS-2000001-1'"))
                .as("the check digit is the one that the service computes")
                .isEqualTo(1);
        assertThat(sql.count("select count(*) from pg_indexes where schemaname in ('ticket', 'escalation', 'rfo')"))
                .isEqualTo(indexes);
    }

    @Test
    void what_the_load_has_opened_is_taken_away_with_its_timers_before_a_size_is_measured() throws SQLException {
        execute("insert into ticket.timer (kind, key, due_at) values ('ticket-clock', 'opened', now());"
                + " insert into escalation.timer (kind, key, due_at) values ('climb', 'opened', now());"
                + " insert into rfo.fault_day (subject_kind, subject, day, total)"
                + " values ('service', 'opened', current_date, 1)");

        new History(sql).forgetWhatWasOpened();

        assertThat(sql.count("select (select count(*) from ticket.timer where key = 'opened')"
                        + " + (select count(*) from escalation.timer where key = 'opened')"
                        + " + (select count(*) from rfo.fault_day where subject = 'opened')"))
                .isZero();
    }

    @Test
    void what_falls_due_within_the_hour_is_put_off_by_a_day_and_nothing_else() throws SQLException {
        execute(
                "insert into ticket.timer (kind, key, due_at) values ('ticket-clock', 'soon', now() + interval '5 minutes'),"
                        + " ('ticket-close', 'later', now() + interval '2 hours')");

        new History(sql).putOffTimers();

        assertThat(sql.count("select count(*) from ticket.timer where key in ('soon', 'later')"
                        + " and due_at between now() + interval '1 hour' and now() + interval '25 hours'"))
                .isEqualTo(2);
        assertThat(sql.count("select count(*) from ticket.timer where due_at < now() + interval '3 hours'"))
                .as("of both, the one that is not put off")
                .isEqualTo(1);
    }

    private static void migrate(String service, Path scripts) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(scripts)) {
            List<Path> inOrder =
                    files.sorted(Comparator.comparingInt(HistoryTest::version)).toList();
            for (Path script : inOrder) {
                execute("set search_path = " + service + ";" + Files.readString(script));
            }
        }
    }

    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    private static void execute(String statements) throws SQLException {
        try (Connection connection = sql.database();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
