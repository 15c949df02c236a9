package com.interspace.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills the tables of the services with years of work in minutes. */
final class History {

    /** What is filled, without the plumbing: timers and inboxes are looked at all the time. */
    private static final String TABLES = "ticket.ticket, ticket.ticket_history, ticket.note, ticket.ticket_milestone,"
            + " escalation.climb, escalation.ticket_news,"
            + " rfo.outage, rfo.incident, rfo.fault_day, rfo.impact_step, rfo.timeline_row";

    private static final String TIMERS = "ticket.timer, escalation.timer";

    private static final String PUT_OFF =
            "update %s.timer set due_at = due_at + interval '1 day' where due_at < clock_timestamp() + interval '1 hour'";

    private static final int TRIES = 20;

    private final SqlAccess system;
    private int size;

    History(SqlAccess system) {
        this.system = system;
    }

    /** Tickets that it has written so far. */
    int size() {
        return size;
    }

    /** Climbs with a timer. */
    long armed() {
        return system.count("select count(*) from escalation.timer where kind = 'climb'");
    }

    /** Takes away every ticket that the load has opened, for a size to be what it says. */
    void forgetWhatWasOpened() {
        try (Connection connection = system.database();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            lockTables(connection, sql, TABLES + ", " + TIMERS);
            sql.execute("truncate table " + TABLES + ", " + TIMERS + " cascade");
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes as many tickets as are missing to that size. Plain indexes are taken away meanwhile and made again, which
     * is several times faster.
     *
     * @return the seconds that it took
     */
    double growTo(int wanted) {
        long begin = System.nanoTime();
        try (Connection connection = system.database();
                Statement sql = connection.createStatement()) {
            sql.execute("alter system set max_wal_size = '8GB'");
            sql.execute("select pg_reload_conf()");
            connection.setAutoCommit(false);
            lockTables(connection, sql, TABLES);
            sql.execute("set local maintenance_work_mem = '256MB'");
            sql.execute("set local work_mem = '128MB'");
            sql.execute("set local session_replication_role = replica");
            Map<String, String> indexes = plainIndexes(sql);
            for (String index : indexes.keySet()) {
                sql.execute("drop index " + index);
            }
            sql.execute(script(size + 1, wanted));
            for (String definition : indexes.values()) {
                sql.execute(definition);
            }
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
            size = wanted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Stopwatch.secondsSince(begin);
    }

    /** Puts off by a day what would fall due within the hour: the targets of the tickets that the load has opened. */
    void putOffTimers() {
        try (Connection connection = system.database();
                Statement sql = connection.createStatement()) {
            sql.execute(PUT_OFF.formatted("ticket"));
            sql.execute(PUT_OFF.formatted("escalation"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of some of them, at random. */
    List<String> someTickets() {
        try (Connection connection = system.database();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(
                        "select id from ticket.ticket where id like 'IS-2%' order by md5(id) limit 500")) {
            List<String> ids = new ArrayList<>();
            while (found.next()) {
                ids.add(found.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Together before anything is written: whoever works there lets go within a moment, or we do and try again. */
    private static void lockTables(Connection connection, Statement sql, String tables) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                sql.execute("set local lock_timeout = '1s'");
                sql.execute("lock table " + tables + " in access exclusive mode");
                sql.execute("set local lock_timeout = 0");
                return;
            } catch (SQLException busy) {
                connection.rollback();
                if (tries == TRIES) {
                    throw busy;
                }
            }
        }
    }

    /** Name and definition of every index that no constraint stands on. */
    private static Map<String, String> plainIndexes(Statement sql) throws SQLException {
        String ask =
                """
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                from pg_index i
                where i.indrelid = any (regexp_split_to_array('%s', ', ')::regclass[]) and not i.indisunique"""
                        .formatted(TABLES);
        Map<String, String> indexes = new LinkedHashMap<>();
        try (ResultSet found = sql.executeQuery(ask)) {
            while (found.next()) {
                indexes.put(found.getString(1), found.getString(2));
            }
        }
        return indexes;
    }

    private static String script(int first, int last) {
        try (InputStream script = History.class.getResourceAsStream("history.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":first", String.valueOf(first))
                    .replace(":last", String.valueOf(last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
