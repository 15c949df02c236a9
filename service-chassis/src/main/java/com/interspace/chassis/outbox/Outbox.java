package com.interspace.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.refusal.TooLarge;
import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.chassis.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where events wait. A row commits with the state that it tells of, or not at all. */
@ApplicationScoped
public class Outbox implements Forgetful {

    private static final String INSERT =
            """
            insert into outbox (event_id, topic, key, type, occurred_at, sequence, body, trace_parent, passing)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Headers and all it has to fit into a record of 1 MiB, which is what a broker takes unless told otherwise. */
    private static final int LARGEST = 900_000;

    /** An event until its transaction ends. */
    private record Waiting(UUID id, OutgoingEvent event, String body, String traceParent) {}

    private final DataSource database;
    private final ObjectMapper json;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final Duration keep;

    @Inject
    Outbox(
            DataSource database,
            ObjectMapper json,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            ChassisConfig config) {
        this.database = database;
        this.json = json;
        this.relay = relay;
        this.transaction = transaction;
        this.keep = config.outbox().keep();
    }

    /**
     * Has the event written in the caller's transaction, just before it commits: with one statement for all its events,
     * in this order.
     *
     * @return the event's id, the same on the wire
     * @throws TooLarge when no broker would take it; it would stand in the way of all that follow
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(OutgoingEvent event) {
        Waiting waiting = new Waiting(UUID.randomUUID(), event, written(event), TraceParent.current());
        ofThisTransaction().add(waiting);
        return waiting.id();
    }

    private void write(List<Waiting> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Waiting waiting : events) {
                OutgoingEvent event = waiting.event();
                insert.setObject(1, waiting.id());
                insert.setString(2, event.topic());
                insert.setString(3, event.key());
                insert.setString(4, event.type());
                insert.setObject(5, event.time().atOffset(ZoneOffset.UTC));
                insert.setLong(6, event.sequence());
                insert.setString(7, waiting.body());
                insert.setString(8, waiting.traceParent());
                insert.setBoolean(9, event.passing());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("The events of a transaction could not be written down", broken);
        }
    }

    private String written(OutgoingEvent event) {
        try {
            String body = json.writeValueAsString(event.body());
            if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
                throw new TooLarge(
                        "It would have to be told to others in a message of more than 900 kB; make it shorter.");
            }
            return body;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The event " + event.type() + " could not be written down", broken);
        }
    }

    @Override
    public Retention retention() {
        return Retention.of("outbox", "sent_at", keep);
    }

    @SuppressWarnings("unchecked")
    private List<Waiting> ofThisTransaction() {
        List<Waiting> known = (List<Waiting>) transaction.getResource(Outbox.class);
        if (known != null) {
            return known;
        }
        List<Waiting> events = new ArrayList<>();
        transaction.putResource(Outbox.class, events);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                write(events);
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
        return events;
    }
}
