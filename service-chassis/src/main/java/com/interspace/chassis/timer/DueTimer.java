package com.interspace.chassis.timer;

import com.interspace.chassis.trace.LogSubject;
import com.interspace.chassis.trace.TraceParent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A timer whose time has come, and the statements that claim it.
 *
 * @param dueAt the instant it was armed for, now or in the past
 */
public record DueTimer(String kind, String key, Instant dueAt) {

    /** Does what this timer asks for, in a trace of its own and with its key in every line that is logged meanwhile. */
    public void fire(Runnable work) {
        try (LogSubject subject = LogSubject.of(key)) {
            TraceParent.begin("fire " + kind, work);
        }
    }

    /** Takes away up to {@code limit} due timers that nobody else is claiming, the oldest first. */
    static List<DueTimer> claim(Connection connection, Instant now, int limit) throws SQLException {
        String claim =
                """
                delete from timer where (kind, key) in (
                    select kind, key from timer where set_aside_at is null and due_at <= ?
                    order by due_at limit ? for update skip locked)
                returning kind, key, due_at""";
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            return read(statement.executeQuery());
        }
    }

    /** Takes this one timer away; false when somebody else has it or it is no longer due. */
    boolean claim(Connection connection) throws SQLException {
        String claim =
                """
                delete from timer where (kind, key) in (
                    select kind, key from timer where kind = ? and key = ? and due_at = ? and set_aside_at is null
                    for update skip locked)""";
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setString(1, kind);
            statement.setString(2, key);
            statement.setObject(3, dueAt.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }

    /** Notes a failure: due again later, or set aside once it has failed too often. */
    void failed(Connection connection, Instant now, String reason, int attempts) throws SQLException {
        String note =
                """
                update timer set attempts = attempts + 1, reason = ?,
                    due_at = ?::timestamptz + least(attempts * attempts, 60) * interval '1 second',
                    set_aside_at = case when attempts + 1 >= ? then ?::timestamptz end
                where kind = ? and key = ? and due_at = ?""";
        try (PreparedStatement statement = connection.prepareStatement(note)) {
            statement.setString(1, reason);
            statement.setObject(2, now.plusSeconds(1).atOffset(ZoneOffset.UTC));
            statement.setInt(3, attempts);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.setString(5, kind);
            statement.setString(6, key);
            statement.setObject(7, dueAt.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    static Instant databaseTime(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
            answer.next();
            return answer.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static List<DueTimer> read(ResultSet rows) throws SQLException {
        List<DueTimer> timers = new ArrayList<>();
        while (rows.next()) {
            timers.add(new DueTimer(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getObject(3, OffsetDateTime.class).toInstant()));
        }
        return timers;
    }
}
