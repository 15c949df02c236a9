package com.interspace.chassis.outbox;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.trace.TraceParent;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
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
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox and the statements over it. */
record OutboxRow(
        long position,
        String eventId,
        String topic,
        String key,
        String type,
        Instant occurredAt,
        long sequence,
        String body,
        String traceParent) {

    record Backlog(long rows, Instant oldest) {}

    /**
     * Takes the publisher's lock for this session; false when another session has it. The publisher's marks need not
     * wait for the disk: an event whose mark is lost with the database goes out again under its id.
     */
    static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select pg_try_advisory_lock(hashtext(current_schema()), hashtext('outbox'))")) {
            answer.next();
            boolean taken = answer.getBoolean(1);
            if (taken) {
                statement.execute("set synchronous_commit = off");
            }
            return taken;
        }
    }

    static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset synchronous_commit");
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    static List<OutboxRow> unsent(Connection connection, int limit) throws SQLException {
        String ask =
                """
                select position, event_id, topic, key, type, occurred_at, sequence, body, trace_parent
                from outbox where sent_at is null order by position limit ?""";
        try (PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setInt(1, limit);
            List<OutboxRow> rows = new ArrayList<>();
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                rows.add(new OutboxRow(
                        found.getLong(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        found.getObject(6, OffsetDateTime.class).toInstant(),
                        found.getLong(7),
                        found.getString(8),
                        found.getString(9)));
            }
            return rows;
        }
    }

    static void markSent(Connection connection, List<OutboxRow> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update outbox set sent_at = ?, body = case when passing then '{}' else body end"
                        + " where position = any (?)")) {
            Array positions = connection.createArrayOf(
                    "bigint", rows.stream().map(OutboxRow::position).toArray());
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setArray(2, positions);
            statement.executeUpdate();
        }
    }

    static Backlog backlog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery("select count(*), min(occurred_at) from outbox where sent_at is null")) {
            answer.next();
            OffsetDateTime oldest = answer.getObject(2, OffsetDateTime.class);
            return new Backlog(answer.getLong(1), oldest == null ? null : oldest.toInstant());
        }
    }

    /** Making the record is the hop from here to the broker in the event's trace; each transmission is one. */
    ProducerRecord<String, byte[]> record(String source) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        new Envelope(eventId, type, source, key, occurredAt, sequence, topic, key).writeTo(record.headers());
        TraceParent.goOn(
                traceParent,
                "publish " + type,
                SpanKind.PRODUCER,
                () -> TraceParent.write(TraceParent.current(), record.headers()));
        return record;
    }
}
