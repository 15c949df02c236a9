package com.interspace.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.deadletter.DeadLetters;
import com.interspace.chassis.outage.Outage;
import com.interspace.chassis.trace.LogSubject;
import com.interspace.chassis.trace.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * How every event is received: inbox row and effects commit together; a known id is skipped; an unknown type is
 * counted and skipped; what keeps failing is parked; while the database is away the event waits.
 */
@ApplicationScoped
public class EventReception {

    private static final Logger LOG = Logger.getLogger(EventReception.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;
    private final ChassisConfig.InboxSettings settings;
    private final MeterRegistry metrics;
    private volatile boolean stopping;

    @Inject
    EventReception(
            Inbox inbox, DeadLetters deadLetters, ObjectMapper json, ChassisConfig config, MeterRegistry metrics) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.json = json;
        this.settings = config.inbox();
        this.metrics = metrics;
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /** Deals with one event after the other; those that are known, as in a replay, are found with one question. */
    void receive(EventConsumer consumer, ConsumerRecords<String, byte[]> records) {
        Set<String> known = known(consumer, records);
        for (ConsumerRecord<String, byte[]> record : records) {
            if (known.contains(Envelope.idOf(record))) {
                count("repeated", consumer, Envelope.typeOf(record));
            } else {
                receive(consumer, record, settings.attempts());
            }
        }
    }

    /** None while the database is away: then each event waits for itself. */
    private Set<String> known(EventConsumer consumer, ConsumerRecords<String, byte[]> records) {
        if (records.count() == 1) {
            return Set.of();
        }
        try {
            return inbox.known(
                    consumer.name(),
                    StreamSupport.stream(records.spliterator(), false)
                            .map(Envelope::idOf)
                            .toList());
        } catch (RuntimeException failed) {
            LOG.warnf("What is known of %s cannot be read now: %s", consumer.topic(), failed);
            return Set.of();
        }
    }

    /**
     * Receives an event that has been parked once more. It had its tries then, and somebody waits for the answer: one try.
     *
     * @return false when it had to be parked again
     */
    public boolean receiveAgain(EventConsumer consumer, ConsumerRecord<String, byte[]> record) {
        return receive(consumer, record, 1);
    }

    /**
     * Goes on in the event's trace until the event has been dealt with.
     *
     * @return false when it had to be parked
     */
    private boolean receive(EventConsumer consumer, ConsumerRecord<String, byte[]> record, int attempts) {
        String line = TraceParent.of(record.headers());
        try (LogSubject subject = LogSubject.of(record.key())) {
            return TraceParent.goOn(
                    line,
                    "receive " + Envelope.typeOf(record),
                    SpanKind.CONSUMER,
                    () -> receiveOrPark(consumer, record, attempts));
        }
    }

    private boolean receiveOrPark(EventConsumer consumer, ConsumerRecord<String, byte[]> record, int attempts) {
        RuntimeException failure = tryAgainAndAgain(consumer, record, attempts);
        if (failure == null) {
            return true;
        }
        String place = record.topic() + " at " + record.partition() + "/" + record.offset();
        if (failure instanceof UnreadableEvent) {
            // Why it cannot be read is told with the values that stand there; GET /v1/dead-letters tells it to
            // operations.
            LOG.errorf("Parking an event that cannot be read, of %s", place);
        } else {
            LOG.errorf(failure, "Parking an event of %s", place);
        }
        deadLetters.park(consumer.deadLetterTopic(), record, failure);
        count("parked", consumer, "any");
        return false;
    }

    /** Null when the event has been dealt with, otherwise why it cannot be. */
    private RuntimeException tryAgainAndAgain(
            EventConsumer consumer, ConsumerRecord<String, byte[]> record, int attempts) {
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                apply(consumer, record);
                return null;
            } catch (UnreadableEvent poison) {
                return poison;
            } catch (RuntimeException failed) {
                boolean passing = Outage.isBehind(failed);
                if (stopping) {
                    throw failed;
                }
                if (!passing && attempt >= attempts) {
                    return failed;
                }
                LOG.warnf("An event of %s waits: %s", record.topic(), failed);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void apply(EventConsumer consumer, ConsumerRecord<String, byte[]> record) {
        Envelope envelope = Envelope.of(record);
        EventConsumer.Handler<?> handler = consumer.handlerOf(envelope.type());
        if (handler == null) {
            // Not by its type: whoever invents types would invent meters.
            count("skipped", consumer, "unknown");
            return;
        }
        applyOnce(consumer, envelope, handler, record.value());
    }

    private <T> void applyOnce(
            EventConsumer consumer, Envelope envelope, EventConsumer.Handler<T> handler, byte[] body) {
        Timer.Sample begin = Timer.start(metrics);
        T read = read(body, handler.body());
        boolean applied = QuarkusTransaction.requiringNew().call(() -> {
            boolean isNew = inbox.isNew(consumer.name(), envelope.id());
            if (isNew) {
                handler.action().accept(envelope, read);
            }
            return isNew;
        });
        begin.stop(metrics.timer("interspace.events.handling", "topic", consumer.topic(), "type", envelope.type()));
        count(applied ? "applied" : "repeated", consumer, envelope.type());
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            T read = body == null ? null : json.readValue(body, type);
            if (read == null) {
                throw new UnreadableEvent("The event has no body", null);
            }
            return read;
        } catch (IOException misshapen) {
            throw new UnreadableEvent("The event's body cannot be read: " + misshapen.getMessage(), misshapen);
        }
    }

    private void count(String outcome, EventConsumer consumer, String type) {
        metrics.counter("interspace.events.received", "outcome", outcome, "topic", consumer.topic(), "type", type)
                .increment();
    }
}
