package com.interspace.systemtest;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database of ticket-service, seen by somebody who gets in its way: a lock that a test holds keeps the service at
 * exactly the statement that needs it, as long as the test likes.
 */
final class TicketDatabase implements AutoCloseable {

    private static final String ROLE = "ticket";
    private static final String PROCESS = "application_name = 'ticket-service'";
    private static final String PUBLISHERS_LOCK = "hashtext(current_schema()), hashtext('outbox')";

    /** Somebody's lock; closing gives it back, and closing again does nothing. */
    record Hold(Connection session, List<String> last) implements AutoCloseable {

        @Override
        public void close() {
            try (session) {
                if (!session.isClosed()) {
                    execute(session, last);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final String jdbcUrl;
    private final Connection look;

    TicketDatabase(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        look = connect();
    }

    /** Everybody may read the table, and whoever writes to it waits. */
    Hold noWritesTo(String table) {
        return holding("lock table " + table + " in share mode");
    }

    /** Whoever has updated a row of the table waits in his commit. */
    Hold noCommitAfterAnUpdateOf(String table) {
        Connection other = connect();
        execute(
                other,
                List.of(
                        "create function held() returns trigger language plpgsql as"
                                + " $$ begin perform pg_advisory_xact_lock(881); return null; end $$",
                        "create constraint trigger held after update on " + table
                                + " deferrable initially deferred for each row execute function held()",
                        "select pg_advisory_lock(881)"));
        return new Hold(other, List.of("drop trigger held on " + table, "drop function held()"));
    }

    /** What waits to be published can be read, and whoever marks it as published waits. */
    Hold noMarksOnUnsentEvents() {
        return holding("select 1 from outbox where sent_at is null for update");
    }

    /** The publisher is somebody else, who publishes nothing. */
    Hold noPublishing() {
        Connection other = connect();
        await().until(() -> {
            ask(
                    other,
                    "select bool_and(pg_terminate_backend(pid, 5000)) from pg_locks join pg_stat_activity using (pid)"
                            + " where locktype = 'advisory' and granted and objsubid = 2 and " + PROCESS);
            return "t".equals(ask(other, "select pg_try_advisory_lock(" + PUBLISHERS_LOCK + ")"));
        });
        return new Hold(other, List.of());
    }

    /** Waits until the service waits for a lock with a statement that begins like this. */
    void awaitWaitingTo(String statement) {
        await().until(() -> !count("pg_stat_activity where wait_event_type = 'Lock' and " + PROCESS
                        + " and query ilike '" + statement + "%'")
                .equals("0"));
    }

    boolean hasUnsentEvents() {
        return !count("outbox where sent_at is null").equals("0");
    }

    /**
     * Ends what a dead process has left behind. The database does not notice the death of somebody who waits for a
     * lock, and would still carry out what he asked for.
     */
    void endSessions() {
        ask(look, "select bool_and(pg_terminate_backend(pid, 5000)) from pg_stat_activity where " + PROCESS);
    }

    @Override
    public void close() {
        new Hold(look, List.of()).close();
    }

    private String count(String what) {
        return ask(look, "select count(*) from " + what);
    }

    private Hold holding(String lock) {
        Connection session = connect();
        execute(session, List.of("begin", lock));
        return new Hold(session, List.of("rollback"));
    }

    private static void execute(Connection session, List<String> statements) {
        try (Statement statement = session.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(jdbcUrl, ROLE, ROLE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(Connection session, String question) {
        try (Statement statement = session.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
