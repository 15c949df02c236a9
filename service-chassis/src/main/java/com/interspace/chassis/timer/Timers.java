package com.interspace.chassis.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Timers in the database: they survive a restart and commit with the state that asked for them. */
@ApplicationScoped
public class Timers {

    private static final String OLDEST_DUE =
            "select due_at from timer where set_aside_at is null and kind = ? and due_at <= ? order by due_at limit 1";

    private final DataSource database;

    @Inject
    Timers(DataSource database) {
        this.database = database;
    }

    /** Sets the one timer of this kind and key to the instant, whatever it was set to before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void arm(String kind, String key, Instant dueAt) {
        String upsert =
                """
                insert into timer (kind, key, due_at) values (?, ?, ?)
                on conflict (kind, key) do update
                set due_at = excluded.due_at, attempts = 0, set_aside_at = null, reason = null""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, kind);
            statement.setString(2, key);
            statement.setObject(3, dueAt.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("The timer " + kind + " " + key + " cannot be set", broken);
        }
    }

    /** The same for many timers of a kind with one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void armAll(String kind, Map<String, Instant> dueAtByKey) {
        String upsert =
                """
                insert into timer (kind, key, due_at)
                select ?, key, due_at from unnest(?, ?) as armed(key, due_at)
                on conflict (kind, key) do update
                set due_at = excluded.due_at, attempts = 0, set_aside_at = null, reason = null""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            Object[] keys = dueAtByKey.keySet().toArray();
            Object[] instants =
                    dueAtByKey.values().stream().map(Instant::toString).toArray();
            statement.setString(1, kind);
            statement.setArray(2, connection.createArrayOf("text", keys));
            statement.setArray(3, connection.createArrayOf("timestamptz", instants));
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("The timers " + kind + " cannot be set", broken);
        }
    }

    /** Takes the timer away; nothing happens when there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void disarm(String kind, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from timer where kind = ? and key = ?")) {
            statement.setString(1, kind);
            statement.setString(2, key);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("The timer " + kind + " " + key + " cannot be taken away", broken);
        }
    }

    /** When the oldest timer of a kind was due that should have fired by an instant; reads only what is due. */
    public Optional<Instant> oldestDue(String kind, Instant by) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OLDEST_DUE)) {
            statement.setString(1, kind);
            statement.setObject(2, by.atOffset(ZoneOffset.UTC));
            ResultSet found = statement.executeQuery();
            return found.next()
                    ? Optional.of(found.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("The timers of the kind " + kind + " cannot be read", broken);
        }
    }

    /** How many timers of a kind were set aside; reads only those. */
    public long setAside(String kind) {
        String ask = "select count(*) from timer where kind = ? and set_aside_at is not null";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setString(1, kind);
            ResultSet found = statement.executeQuery();
            found.next();
            return found.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException("The timers of the kind " + kind + " cannot be counted", broken);
        }
    }

    /** When the timer is due, if it is set and not set aside. */
    public Optional<Instant> dueAt(String kind, String key) {
        String ask = "select due_at from timer where kind = ? and key = ? and set_aside_at is null";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setString(1, kind);
            statement.setString(2, key);
            ResultSet found = statement.executeQuery();
            return found.next()
                    ? Optional.of(found.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("The timer " + kind + " " + key + " cannot be read", broken);
        }
    }
}
