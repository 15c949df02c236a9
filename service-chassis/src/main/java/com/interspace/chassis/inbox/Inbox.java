package com.interspace.chassis.inbox;

import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Remembers which events a consumer has applied. */
@ApplicationScoped
class Inbox implements Forgetful {

    private final DataSource database;
    private final InstantSource time;
    private final Duration keep;

    @Inject
    Inbox(DataSource database, InstantSource time, ChassisConfig config) {
        this.database = database;
        this.time = time;
        this.keep = config.inbox().keep();
    }

    /** True for an event that the consumer has not applied before; it is remembered if the transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isNew(String consumer, String eventId) {
        String insert = "insert into inbox (consumer, event_id, received_at) values (?, ?, ?) on conflict do nothing";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, consumer);
            statement.setString(2, eventId);
            statement.setObject(3, time.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("The inbox cannot be written now", broken);
        }
    }

    /** Which of these events the consumer has applied before. */
    Set<String> known(String consumer, Collection<String> eventIds) {
        String ask = "select event_id from inbox where consumer = ? and event_id = any(?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setString(1, consumer);
            statement.setArray(2, connection.createArrayOf("text", eventIds.toArray()));
            ResultSet found = statement.executeQuery();
            Set<String> known = new HashSet<>();
            while (found.next()) {
                known.add(found.getString(1));
            }
            return known;
        } catch (SQLException broken) {
            throw new IllegalStateException("The inbox cannot be read now", broken);
        }
    }

    @Override
    public Retention retention() {
        return Retention.of("inbox", "received_at", keep);
    }
}
