package com.interspace.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.commit.BeforeCommit;
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
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where events wait. A row commits with the state that it tells of, or not at all. */
@ApplicationScoped
public class Outbox implements Forgetful {

    private static final String INSERT =
            """
            insert into outbox (event_id, topic, key, type, occurred_at, sequence, body, trace_parent, passing)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Headers and all it has to fit into a record of 1 MiB, which is what a broker takes unless told otherwise. */
    private static final int LARGEST = 900_000;

    private final BeforeCommit beforeCommit;
    private final ObjectMapper json;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final Duration keep;

    @Inject
    Outbox(
            BeforeCommit beforeCommit,
            ObjectMapper json,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            ChassisConfig config) {
        this.beforeCommit = beforeCommit;
        this.json = json;
        this.relay = relay;
        this.transaction = transaction;
        this.keep = config.outbox().keep();
    }

    /**
     * Has the event written in the caller's transaction, just before it commits and in this order.
     *
     * @return the event's id, the same on the wire
     * @throws TooLarge when no broker would take it; it would stand in the way of all that follow
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(OutgoingEvent event) {
        UUID id = UUID.randomUUID();
        beforeCommit.write(
                INSERT,
                id,
                event.topic(),
                event.key(),
                event.type(),
                event.time().atOffset(ZoneOffset.UTC),
                event.sequence(),
                written(event),
                TraceParent.current(),
                event.passing());
        wakeAfterCommit();
        return id;
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

    private void wakeAfterCommit() {
        if (transaction.getResource(Outbox.class) != null) {
            return;
        }
        transaction.putResource(Outbox.class, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // What is to be written is written down by then.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
