package com.interspace.chassis.idempotency;

import com.interspace.chassis.commit.BeforeCommit;
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
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The answers by caller, operation and key. */
@ApplicationScoped
class AnswerStore implements Forgetful {

    record Request(String caller, String operation, String key, String bodyHash) {}

    private final DataSource database;
    private final BeforeCommit beforeCommit;
    private final Duration keep;

    @Inject
    AnswerStore(DataSource database, BeforeCommit beforeCommit, ChassisConfig config) {
        this.database = database;
        this.beforeCommit = beforeCommit;
        this.keep = config.idempotency().keep();
    }

    /**
     * True when this request is the first of its key (an expired one does not count). Waits while another one with
     * the same key is being worked on.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isFirst(Request request, Instant now) {
        String claim =
                """
                insert into idempotency_key as known (caller, operation, key, body_hash, created_at)
                values (?, ?, ?, ?, ?)
                on conflict (caller, operation, key) do update
                set body_hash = excluded.body_hash, created_at = excluded.created_at, status = null
                where known.created_at < ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(claim)) {
            bind(statement, 1, request);
            statement.setString(4, request.bodyHash());
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.setObject(6, now.minus(keep).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("The key cannot be claimed now", broken);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(Request request, StoredAnswer answer) {
        String store =
                """
                update idempotency_key set status = ?, location = ?, etag = ?, body = ?
                where caller = ? and operation = ? and key = ?""";
        beforeCommit.write(
                store,
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                request.caller(),
                request.operation(),
                request.key());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    StoredAnswer answerTo(Request request) {
        String ask =
                """
                select body_hash, status, location, etag, body from idempotency_key
                where caller = ? and operation = ? and key = ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ask)) {
            bind(statement, 1, request);
            ResultSet found = statement.executeQuery();
            found.next();
            return new StoredAnswer(
                    found.getString(1), found.getInt(2), found.getString(3), found.getString(4), found.getString(5));
        } catch (SQLException broken) {
            throw new IllegalStateException("The stored answer cannot be read now", broken);
        }
    }

    @Override
    public Retention retention() {
        return Retention.of("idempotency_key", "created_at", keep);
    }

    private static void bind(PreparedStatement statement, int from, Request request) throws SQLException {
        statement.setString(from, request.caller());
        statement.setString(from + 1, request.operation());
        statement.setString(from + 2, request.key());
    }
}
