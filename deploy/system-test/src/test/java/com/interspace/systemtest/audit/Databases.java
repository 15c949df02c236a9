package com.interspace.systemtest.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The databases of all services, read by the administrator, who sees every schema. */
final class Databases implements AutoCloseable {

    static final List<String> SERVICES = List.of("ticket", "escalation", "notification", "rfo");

    /** What is wrong when a row is found, and the query that names it. */
    private record Search(String wrong, String query) {}

    private static final List<Search> ORPHANS = List.of(
            new Search(
                    "escalation climbs a ticket that does not exist",
                    "select ticket_id from escalation.climb where ticket_id not in (select id from ticket.ticket)"),
            new Search(
                    "notification knows a ticket that does not exist",
                    "select ticket_id from notification.ticket where ticket_id not in (select id from ticket.ticket)"),
            new Search(
                    "a message is about a ticket that does not exist",
                    """
                    select message_id from notification.message
                    where ticket_id is not null and ticket_id not in (select id from ticket.ticket)"""),
            new Search(
                    "rfo knows an outage of a ticket that does not exist",
                    "select ticket_id from rfo.outage where ticket_id not in (select id from ticket.ticket)"),
            new Search(
                    "an RFO is about a ticket that does not exist",
                    "select number from rfo.rfo where ticket_id not in (select id from ticket.ticket)"),
            new Search(
                    "a timeline is of a ticket that does not exist",
                    "select event_id from rfo.timeline_row where ticket_id not in (select id from ticket.ticket)"),
            new Search(
                    "escalation has never heard of the ticket",
                    "select id from ticket.ticket where id not in (select ticket_id from escalation.climb)"),
            new Search(
                    "notification has never heard of the ticket",
                    "select id from ticket.ticket where id not in (select ticket_id from notification.ticket)"),
            new Search(
                    "rfo has never heard of the ticket",
                    "select id from ticket.ticket where id not in (select ticket_id from rfo.outage)"),
            new Search(
                    "a climb never found its matrix",
                    "select ticket_id from escalation.climb where matrix_id is null and service_id is not null"),
            new Search(
                    "a notice waits for what came long ago",
                    "select event_id || ' for ' || waits_for from notification.notice where waits_for is not null"),
            new Search(
                    "a mail to support was never acted upon",
                    "select id || ' ' || coalesce(why, '') from ticket.mail where due_at < now() - interval '5"
                            + " seconds'"),
            new Search(
                    "a message is due and does not leave",
                    """
                    select message_id || ' ' || coalesce(why, '') from notification.message
                    where state = 'QUEUED' and leaves_at < now() - interval '2 seconds'"""));

    private static final String TIMERS =
            """
            select kind || ' ' || key || ' ' || coalesce(reason, '') from %s.timer
            where set_aside_at is not null or due_at < now() - interval '10 seconds'""";

    private final Connection connection;

    Databases(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl, administrator());
        } catch (SQLException e) {
            throw new IllegalStateException("The databases cannot be read: " + e.getMessage(), e);
        }
    }

    /** Asks no longer than it has patience: a database that says nothing is named, not waited for. */
    private static Properties administrator() {
        Properties settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", "30");
        return settings;
    }

    List<Evidence.Written> outbox(String service) {
        return rows(
                "select event_id, topic, sent_at is not null from " + service + ".outbox",
                row -> new Evidence.Written(row.getString(1), row.getString(2), row.getBoolean(3)));
    }

    List<String[]> inbox(String service) {
        return rows("select consumer, event_id from " + service + ".inbox", row ->
                new String[] {row.getString(1), row.getString(2)});
    }

    List<Evidence.Known> tickets() {
        return rows(
                "select id, summary, version, created_at from ticket.ticket",
                row -> new Evidence.Known(row.getString(1), row.getString(2), row.getLong(3), instant(row, 4)));
    }

    List<String> ids(String table) {
        return rows("select id from " + table, row -> row.getString(1));
    }

    /** The subject of each mail in the journal, as often as it stands there. */
    List<String> journal() {
        return rows("select coalesce(subject, '') from ticket.mail", row -> row.getString(1));
    }

    List<Evidence.Opinion> opinions() {
        List<Evidence.Opinion> all = new ArrayList<>();
        all.addAll(opinions("escalation", "select ticket_id, status, priority from escalation.climb"));
        all.addAll(opinions("notification", "select ticket_id, status, priority from notification.ticket"));
        all.addAll(opinions("rfo", "select ticket_id, status, null from rfo.outage"));
        return all;
    }

    private List<Evidence.Opinion> opinions(String service, String query) {
        return rows(
                query,
                row -> new Evidence.Opinion(
                        service, row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))));
    }

    List<Evidence.Rung> rungs() {
        return rows(
                "select ticket_id, cycle, level, outcome from escalation.climb_step where outcome in ('REACHED',"
                        + " 'SKIPPED')",
                row -> new Evidence.Rung(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4).equals("REACHED")));
    }

    /** What climbs by itself and was never taken down. */
    List<Evidence.Climbing> climbs() {
        String query =
                """
                select c.ticket_id, c.cycle, greatest(c.level, c.dealt_with),
                    c.accrued_millis + (extract(epoch from now() - c.running_since) * 1000)::bigint,
                    array(select extract(epoch from (rung.data -> 'after' ->> c.priority)::interval)::text
                          from jsonb_array_elements(m.levels::jsonb -> 'levels') rung (data))
                from escalation.climb c join escalation.matrix m on m.id = c.matrix_id
                where c.status in ('acknowledged', 'inProgress', 'held') and c.running_since is not null
                    and not c.suspended and c.footing_age_millis is null and c.lowered = 0""";
        return rows(
                query,
                row -> new Evidence.Climbing(
                        row.getString(1), row.getInt(2), row.getInt(3), Duration.ofMillis(row.getLong(4)), ages((String
                                        [])
                                row.getArray(5).getArray())));
    }

    private static List<Duration> ages(String[] seconds) {
        List<Duration> ages = new ArrayList<>();
        for (String each : seconds) {
            ages.add(each == null ? null : Duration.ofMillis((long) (Double.parseDouble(each) * 1000)));
        }
        return ages;
    }

    List<String> dangling() {
        return Stream.concat(
                        ORPHANS.stream(),
                        SERVICES.stream()
                                .map(service -> new Search(
                                        service + " has a timer that does not fire", TIMERS.formatted(service))))
                .flatMap(search -> rows(search.query(), row -> row.getString(1)).stream()
                        .map(found -> search.wrong() + ": " + found))
                .toList();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Reading<T> reading) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query + ": " + e.getMessage(), e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
